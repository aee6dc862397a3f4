import type { Estimate } from '../../experiment/confidence.js';
import type { FigureUnit } from '../../experiment/figures.js';
import { formatDuration } from './duration.js';
import { decimalsFor, formatNumber } from './number.js';

/** What stands for a figure that does not exist. */
export const noValue = '-';

/** A number, its decimals chosen by `size`, and the unit that follows. */
function parts(
  unit: Exclude<FigureUnit, 'seconds'>,
  value: number,
  size: number,
  currency: string | undefined,
): readonly [digits: string, unit: string] {
  switch (unit) {
    case 'money':
      // Small workloads cost cents, and their tasks fractions of them.
      return [
        formatNumber(value, size > 0 && size < 0.05 ? 4 : 2),
        currency === undefined ? '' : ` ${currency}`,
      ];
    case 'node-hours':
      return [formatNumber(value, decimalsFor(size)), ' h'];
    case 'count':
      return [formatNumber(value, Number.isInteger(size) && Number.isInteger(value) ? 0 : 1), ''];
    case 'fraction':
      return [formatNumber(value * 100, 1), ' %'];
  }
}

/** A figure for people, with its unit. Counts that are means have one decimal. */
export function formatFigure(unit: FigureUnit, value: number | null, currency?: string): string {
  if (value === null) return noValue;
  if (unit === 'seconds') return formatDuration(value);
  return parts(unit, value, Math.abs(value), currency).join('');
}

/** `66.52 ± 0.08 USD`, `4m 10s ± 12s`; without an interval, or with one of no width, only the mean. */
export function formatEstimate(
  unit: FigureUnit,
  estimate: Estimate | null,
  currency?: string,
): string {
  if (estimate === null) return noValue;
  const { mean, high = mean } = estimate;
  const half = high - mean;
  if (half === 0) return formatFigure(unit, mean, currency);
  if (unit === 'seconds') {
    // Tenths of a second say nothing beside minutes.
    const shown = Math.abs(mean) >= 60 && half >= 0.5 ? Math.round(half) : half;
    return `${formatDuration(mean)} ± ${formatDuration(shown)}`;
  }
  const size = Math.max(Math.abs(mean), half);
  const [digits, suffix] = parts(unit, mean, size, currency);
  const decimals = digits.split('.')[1]?.length ?? 0;
  const width =
    unit === 'count' && decimals === 0
      ? formatNumber(half, 1)
      : formatNumber(unit === 'fraction' ? half * 100 : half, decimals);
  return `${digits} ± ${width}${suffix}`;
}

/** A difference with its sign: `+1.20 ± 0.30 USD`; `same` where it is zero in every run. */
export function formatDifference(
  unit: FigureUnit,
  estimate: Estimate | null,
  currency?: string,
): string {
  if (estimate !== null && estimate.mean === 0 && (estimate.high ?? 0) === 0) return 'same';
  const text = formatEstimate(unit, estimate, currency);
  return estimate !== null && estimate.mean > 0 ? `+${text}` : text;
}
