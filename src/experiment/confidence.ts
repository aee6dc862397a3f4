import { studentQuantile } from '../base/math/special-functions.js';

/** A mean over seeds with its 95 % confidence interval (Student's t). */
export interface Estimate {
  readonly mean: number;
  /** Absent of a single value, of which nothing says how far it may be off. */
  readonly low?: number;
  readonly high?: number;
  /** Number of values. */
  readonly count: number;
}

/** Null of no values. Values are summed in their order, so the same values give the same bits. */
export function estimate(values: readonly number[]): Estimate | null {
  const count = values.length;
  if (count === 0) return null;
  const first = values[0]!;
  const same = values.every((value) => value === first);
  // The mean of equal values is that value, which a sum of thirds may miss by a bit.
  const mean = same ? first : values.reduce((total, value) => total + value, 0) / count;
  if (count === 1) return { mean, count };
  const squares = values.reduce((total, value) => total + (value - mean) * (value - mean), 0);
  const standardError = Math.sqrt(squares / (count - 1) / count);
  const half = studentQuantile(0.975, count - 1) * standardError;
  return { mean, low: mean - half, high: mean + half, count };
}

/** Whether the interval lies on one side of zero; undefined without an interval. */
export function isDistinctFromZero({ low, high }: Estimate): boolean | undefined {
  return low === undefined || high === undefined ? undefined : low > 0 || high < 0;
}
