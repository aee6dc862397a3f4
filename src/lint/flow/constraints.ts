import type { Constraint } from './facts.js';

/**
 * Most constraints and upper bounds that are kept of one value. A formula of 8192 characters can pile up millions of them through its
 * variables; with fewer facts a rule at most misses something, and no formula of the corpus comes near.
 */
export const mostFacts = 64;

/** The constraints with those on one symbol made one. */
export function merged(constraints: readonly Constraint[]): readonly Constraint[] {
  if (constraints.length < 2) return constraints;
  const bySymbol = new Map<number, Constraint>();
  for (const constraint of constraints) {
    const known = bySymbol.get(constraint.symbol);
    if (known === undefined && bySymbol.size === mostFacts) continue;
    bySymbol.set(constraint.symbol, known === undefined ? constraint : both(known, constraint));
  }
  return [...bySymbol.values()];
}

function both(a: Constraint, b: Constraint): Constraint {
  return {
    symbol: a.symbol,
    range: {
      min: Math.max(a.range.min, b.range.min),
      max: Math.min(a.range.max, b.range.max),
    },
    bounded: a.bounded || b.bounded,
    configured: a.configured || b.configured,
  };
}

/** Different symbols, no more than are kept. */
export function distinct(symbols: readonly number[]): readonly number[] {
  return symbols.length < 2 ? symbols : [...new Set(symbols)].slice(0, mostFacts);
}
