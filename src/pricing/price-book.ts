/** How a node was bought: `spot` is what every field of the API still calls low-priority. */
export type NodeKind = 'dedicated' | 'spot';

/** Prices of one VM size, per node-hour, as decimal text so that nothing is rounded on the way in. */
export interface NodePrices {
  readonly dedicated: string;
  readonly spot?: string;
}

export interface PriceBook {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Where the prices come from and of what day they are; shown in the report. */
  readonly note?: string;
  /** By `vmSize`. */
  readonly nodeHour: ReadonlyMap<string, NodePrices>;
}
