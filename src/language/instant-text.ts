import { daysInMonth, partsFromTimestamp, timestampFromParts } from '../base/time/calendar.js';
import { ticksPerMinute, type Timestamp } from '../base/time/ticks.js';

const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const tooPrecise = /\.\d{7,}(?:Z|[+-]\d{2}:\d{2})$/;
const httpPattern =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** An instant, or why the text is none. */
export type InstantReading =
  | { readonly value: Timestamp; readonly reason?: undefined; readonly tooPrecise?: undefined }
  | { readonly value?: undefined; readonly reason: string; readonly tooPrecise?: boolean };

const missingDay: InstantReading = { reason: 'there is no such day or time of day' };

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  tick: number,
): Timestamp | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return timestampFromParts(year, month, day, hour, minute, second, tick);
}

/**
 * Reads what the language's `time("...")` takes: ISO 8601 with seconds and at most six fraction digits (nine are known to
 * fail: Nextflow issue 3866), or RFC 1123 with the right weekday.
 */
export function readInstant(text: string): InstantReading {
  const iso = isoPattern.exec(text);
  if (iso !== null) {
    const [year, month, day, hour, minute, second] = iso.slice(1, 7).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const tick = iso[7] === undefined ? 0 : Number(iso[7].padEnd(7, '0'));
    const local = instant(year, month, day, hour, minute, second, tick);
    if (local === undefined) return missingDay;
    if (iso[8] === undefined) return { value: local };
    const [hours, minutes] = [Number(iso[9]), Number(iso[10])];
    if (hours > 14 || minutes > 59) return { reason: 'there is no such zone offset' };
    const offset = (hours * 60 + minutes) * ticksPerMinute;
    return { value: iso[8] === '-' ? local + offset : local - offset };
  }
  if (tooPrecise.test(text)) {
    return {
      reason: 'the service takes at most six digits after the decimal point',
      tooPrecise: true,
    };
  }
  const http = httpPattern.exec(text);
  if (http === null) {
    return {
      reason: 'expected a form like 2026-03-02T08:00:00Z or Mon, 02 Mar 2026 08:00:00 GMT',
    };
  }
  const month = months.indexOf(http[3]!) + 1;
  const value = instant(
    Number(http[4]),
    month,
    Number(http[2]),
    Number(http[5]),
    Number(http[6]),
    Number(http[7]),
    0,
  );
  if (value === undefined) return missingDay;
  const weekday = weekdays[partsFromTimestamp(value).weekday - 1]!;
  if (weekday !== http[1]) return { reason: `that day is a ${weekday}` };
  return { value };
}
