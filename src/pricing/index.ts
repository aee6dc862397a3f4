export { costOf, type BilledNodeTime } from './cost-of.js';
export type { CostLine, CostStatement } from './cost-statement.js';
export type { NodeKind, NodePrices, PriceBook } from './price-book.js';
export { priceBookOf, readPriceBook } from './read-price-book.js';
export { priceBookSchema, type PriceBookFile } from './price-book-schema.js';
