import { parseIsoDuration } from '../../base/time/iso8601.js';
import { ticksPerSecond } from '../../base/time/ticks.js';

const secondsPerUnit: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
]);

/** Seconds of `5m 18s`, `1h 2m`, `16.2s`, `350ms`, `1d 3h`, as Nextflow and people write them; undefined for other text. */
export function parseUnitDuration(text: string): number | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length > 5) return undefined;
  let seconds = 0;
  for (const part of parts) {
    const match = /^(\d{1,12}(?:\.\d{1,12})?)(ms|s|m|h|d)$/.exec(part);
    if (match === null) return undefined;
    seconds += Number(match[1]) * secondsPerUnit.get(match[2]!)!;
  }
  return seconds;
}

/** Seconds of a duration in any notation that we read: a number of seconds, ISO 8601, or with units. */
export function parseDurationText(text: string): number | undefined {
  if (/^\d{1,12}(?:\.\d{1,12})?$/.test(text)) return Number(text);
  const ticks = parseIsoDuration(text);
  return ticks === undefined ? parseUnitDuration(text) : ticks / ticksPerSecond;
}
