import { studentQuantile } from '../../../src/base/math/special-functions.js';

/** One replication: what is estimated, and what of the same run has a known mean. */
export interface Replication {
  readonly value: number;
  /** Deviations of the controls from their known means. */
  readonly controls: readonly number[];
}

export interface Estimate {
  readonly mean: number;
  /** Half of the width of the confidence interval. */
  readonly halfWidth: number;
}

/**
 * Mean of independent replications with linear control variates (Lavenberg and Welch 1981): what the controls tell of the luck
 * of a run is taken out by least squares, and the interval pays for it with degrees of freedom. `level` is two-sided.
 */
export function estimateWithControls(runs: readonly Replication[], level: number): Estimate {
  const count = runs.length;
  const width = runs[0]!.controls.length + 1;
  const rows = runs.map(({ controls }) => [1, ...controls]);
  const normal = Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  const right = Array.from({ length: width }, (_, i) =>
    rows.reduce((sum, row, k) => sum + row[i]! * runs[k]!.value, 0),
  );
  const coefficients = solve(normal, right);
  const residuals = rows.map(
    (row, k) => runs[k]!.value - row.reduce((sum, x, i) => sum + x * coefficients[i]!, 0),
  );
  const freedom = count - width;
  const variance = residuals.reduce((sum, r) => sum + r * r, 0) / freedom;
  // The intercept is the value where all controls are at their means; its variance is the first diagonal entry of the inverse.
  const unit = Array.from({ length: width }, (_, i) => (i === 0 ? 1 : 0));
  const leverage = solve(normal, unit)[0]!;
  const quantile = studentQuantile(1 - (1 - level) / 2, freedom);
  return { mean: coefficients[0]!, halfWidth: quantile * Math.sqrt(variance * leverage) };
}

/** Solves a small regular system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= size; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
