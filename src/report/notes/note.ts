/** What a reader must know beside the figures. A warning says that a figure may not mean what it seems to. */
export interface Note {
  readonly severity: 'warning' | 'info';
  readonly text: string;
}
