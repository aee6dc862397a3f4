import {
  ticksPerDay,
  ticksPerHour,
  ticksPerMicrosecond,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
  type Ticks,
} from '../base/time/ticks.js';
import type { Profile } from '../profile/profile.js';

export type IntervalName =
  | 'TimeInterval_Zero'
  | 'TimeInterval_100ns'
  | 'TimeInterval_Microsecond'
  | 'TimeInterval_Millisecond'
  | 'TimeInterval_Second'
  | 'TimeInterval_Minute'
  | 'TimeInterval_Hour'
  | 'TimeInterval_Day'
  | 'TimeInterval_Week'
  | 'TimeInterval_Year';

export interface IntervalRow {
  readonly ticks: (profile: Profile) => Ticks;
  readonly documentation: string;
}

function fixed(ticks: Ticks, documentation: string): IntervalRow {
  return { ticks: () => ticks, documentation };
}

/** Interval constants, documented in all versions of the language; only the length of a year is open. */
export const intervals: Readonly<Record<IntervalName, IntervalRow>> = {
  TimeInterval_Zero: fixed(0, 'No time.'),
  TimeInterval_100ns: fixed(1, '100 nanoseconds.'),
  TimeInterval_Microsecond: fixed(ticksPerMicrosecond, 'One microsecond.'),
  TimeInterval_Millisecond: fixed(ticksPerMillisecond, 'One millisecond.'),
  TimeInterval_Second: fixed(ticksPerSecond, 'One second.'),
  TimeInterval_Minute: fixed(ticksPerMinute, 'One minute.'),
  TimeInterval_Hour: fixed(ticksPerHour, 'One hour.'),
  TimeInterval_Day: fixed(ticksPerDay, 'One day.'),
  TimeInterval_Week: fixed(7 * ticksPerDay, 'One week.'),
  TimeInterval_Year: {
    ticks: ({ yearLength }) => Number(yearLength) * ticksPerDay,
    documentation: 'One year of 365 days.',
  },
};

export const intervalNames: ReadonlyMap<string, IntervalName> = new Map(
  (Object.keys(intervals) as IntervalName[]).map((name) => [name, name]),
);
