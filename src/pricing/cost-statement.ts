import type { NodeKind } from './price-book.js';

/** Money as decimal text, exact. */
export interface CostLine {
  readonly poolId: string;
  readonly kind: NodeKind;
  readonly nodeHours: string;
  readonly pricePerNodeHour: string;
  readonly cost: string;
}

export interface CostStatement {
  readonly currency: string;
  readonly lines: readonly CostLine[];
  readonly total: string;
  readonly note?: string;
}
