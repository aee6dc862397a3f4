import { erfcinv, exp, ln } from '../math/special-functions.js';

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A distribution as a scenario writes it; the unit is that of the parameter it stands for. */
export type Distribution =
  | ({ readonly constant: number } & Bounds)
  | ({ readonly uniform: readonly [number, number] } & Bounds)
  | ({ readonly exponential: { readonly mean: number } } & Bounds)
  | ({ readonly lognormal: { readonly median: number; readonly sigma: number } } & Bounds)
  | ({ readonly empirical: readonly number[] } & Bounds);

/** Turns a uniform number in [0, 1) into a value: always by the inverse of the distribution function, one draw a value. */
export type Sampler = (uniform: number) => number;

const squareRootOfTwo = Math.SQRT2;

function unbounded(distribution: Distribution): Sampler {
  if ('constant' in distribution) {
    const { constant } = distribution;
    return () => constant;
  }
  if ('uniform' in distribution) {
    const [low, high] = distribution.uniform;
    return (u) => low + (high - low) * u;
  }
  if ('exponential' in distribution) {
    const { mean } = distribution.exponential;
    // 1 - u is in (0, 1], so the logarithm is finite.
    return (u) => -mean * ln(1 - u);
  }
  if ('lognormal' in distribution) {
    const { median, sigma } = distribution.lognormal;
    // 2u is pushed off 0, where the quantile is minus infinity and the value 0.
    return (u) => (u === 0 ? 0 : median * exp(-sigma * squareRootOfTwo * erfcinv(2 * u)));
  }
  const sorted = Float64Array.from(distribution.empirical).sort();
  return (u) => sorted[Math.floor(u * sorted.length)]!;
}

/** Prepares a distribution for drawing. Values are clamped to `min` and `max` where those are given. */
export function createSampler(distribution: Distribution): Sampler {
  const draw = unbounded(distribution);
  const { min, max } = distribution;
  if (min === undefined && max === undefined) return draw;
  const low = min ?? -Infinity;
  const high = max ?? Infinity;
  return (u) => Math.min(high, Math.max(low, draw(u)));
}

/** The value of a distribution that is a constant; undefined for the others. */
export function constantOf(distribution: Distribution): number | undefined {
  return 'constant' in distribution ? createSampler(distribution)(0) : undefined;
}
