import { daysInMonth, timestampFromParts } from './calendar.js';
import {
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
  type Ticks,
  type Timestamp,
} from './ticks.js';

const durationPattern =
  /^P(?:(\d{1,9})W|(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d{1,20}))?S)?)?)$/;

const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,20}))?)?(?: ?(Z|z|UTC|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** Ticks of a decimal fraction of a second; digits finer than 100 ns are cut off. */
function ticksOfFraction(digits: string | undefined): Ticks {
  return digits === undefined ? 0 : Number(digits.slice(0, 7).padEnd(7, '0'));
}

/**
 * Reads an ISO 8601 duration (`PT5M`, `P1DT2H`, `P2W`, `PT0.5S`), never negative. Years and months have no fixed length and
 * are not read, as on the service (`xs:duration` mapped to a time span). Undefined for any other text.
 */
export function parseIsoDuration(text: string): Ticks | undefined {
  const match = durationPattern.exec(text);
  if (match === null || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [, weeks, days, hours, minutes, seconds, fraction] = match;
  return (
    Number(weeks ?? 0) * 7 * ticksPerDay +
    Number(days ?? 0) * ticksPerDay +
    Number(hours ?? 0) * ticksPerHour +
    Number(minutes ?? 0) * ticksPerMinute +
    Number(seconds ?? 0) * ticksPerSecond +
    ticksOfFraction(fraction)
  );
}

/** Minutes east of UTC of `UTC`, `Z`, `+02:00`, `-0800` or `+02`; undefined for any other text. */
export function parseZoneOffset(text: string): number | undefined {
  if (/^(?:utc|gmt|z)$/i.test(text)) return 0;
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 14 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * Reads an ISO 8601 instant: a date, or a date and a time with `T` or a blank between them, seconds and a fraction optional.
 * The service prints 7 digits (100 ns), the Azure command line 6 with an offset. `offsetMinutes` is the zone (minutes east of
 * UTC) of texts that name none. Undefined for any other text and for days and hours that do not exist.
 */
export function parseIsoInstant(text: string, offsetMinutes: number = 0): Timestamp | undefined {
  const match = instantPattern.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [
    Number(match[4] ?? 0),
    Number(match[5] ?? 0),
    Number(match[6] ?? 0),
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = match[8] === undefined ? offsetMinutes : parseZoneOffset(match[8]);
  if (offset === undefined) return undefined;
  const local = timestampFromParts(
    year,
    month,
    day,
    hour,
    minute,
    second,
    ticksOfFraction(match[7]),
  );
  return local - offset * ticksPerMinute;
}
