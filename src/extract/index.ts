/** Finds formulas in files of other languages. `poolscale/extract/node` has the loader of grammars for Node. */
export type * from './embedded-formula.js';
export { extractFormulas } from './extract-formulas.js';
export type { GrammarLoader, GrammarName } from './grammar-loader.js';
export { hostLanguageOf } from './host-language.js';
export { createSegmentMap, type SegmentMap } from './segment-map.js';
