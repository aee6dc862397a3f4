import {
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
  type Timestamp,
} from './ticks.js';

/** The parts of a UTC instant. `weekday` counts from Monday = 1 to Sunday = 7; `tick` is the part below one second. */
export interface CalendarParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly tick: number;
  readonly weekday: number;
}

/** Days from 2020-01-01 to a date of the proleptic Gregorian calendar; month and day may be out of range. */
export function daysFrom2020(year: number, month: number, day: number): number {
  // Years start in March, so that the leap day comes last (Howard Hinnant's civil calendar).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 737_730;
}

export function timestampFromParts(
  year: number,
  month: number,
  day: number,
  hour: number = 0,
  minute: number = 0,
  second: number = 0,
  tick: number = 0,
): Timestamp {
  return (
    daysFrom2020(year, month, day) * ticksPerDay +
    hour * ticksPerHour +
    minute * ticksPerMinute +
    second * ticksPerSecond +
    tick
  );
}

export function partsFromTimestamp(timestamp: Timestamp): CalendarParts {
  const days = Math.floor(timestamp / ticksPerDay);
  let rest = timestamp - days * ticksPerDay;
  const hour = Math.floor(rest / ticksPerHour);
  rest -= hour * ticksPerHour;
  const minute = Math.floor(rest / ticksPerMinute);
  rest -= minute * ticksPerMinute;
  const second = Math.floor(rest / ticksPerSecond);

  const shifted = days + 737_730;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    hour,
    minute,
    second,
    tick: rest - second * ticksPerSecond,
    // 2020-01-01 was a Wednesday.
    weekday: ((((days + 2) % 7) + 7) % 7) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysFrom2020(year, month + 1, 1) - daysFrom2020(year, month, 1);
}
