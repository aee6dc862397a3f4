import type { Range } from './range.js';

/**
 * Numbers for values: two expressions with one symbol are equal within one evaluation, because the same operation on the same
 * values gives the same (the value numbering of compilers). `rand()` is the exception and gets a fresh symbol.
 */
export interface Symbols {
  readonly of: (key: string) => number;
  readonly fresh: () => number;
  /** What is known of each symbol from its first occurrence. */
  readonly ranges: Map<number, Range>;
}

export function createSymbols(): Symbols {
  const known = new Map<string, number>();
  let last = 0;
  return {
    of(key) {
      let symbol = known.get(key);
      if (symbol === undefined) known.set(key, (symbol = ++last));
      return symbol;
    },
    fresh: () => ++last,
    ranges: new Map(),
  };
}
