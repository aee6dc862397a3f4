/** Something that every node of a pool downloads; without a size, a parameter says how large it is. */
export interface Download {
  readonly name: string;
  readonly version?: string;
  readonly gigabytes?: number;
}

/** What the nodes of a pool run; it decides where their directories are. */
export type OperatingSystem = 'linux' | 'windows';

/** What a node needs before its start task: it costs time, and a download can fail (service.md sections 1.1 and 2.4). */
export interface NodeSetup {
  readonly certificates: number;
  readonly mounts: number;
  readonly dataDisks: number;
  readonly applicationPackages: readonly Download[];
  readonly containerImages: readonly Download[];
}
