import { partsFromTimestamp } from './calendar.js';
import { ticksPerMillisecond, type Timestamp } from './ticks.js';

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

/** `2026-03-02T08:00:00.250Z`: always three fraction digits, finer ones cut off, as the service prints timestamps. */
export function formatInstant(timestamp: Timestamp): string {
  const { year, month, day, hour, minute, second, tick } = partsFromTimestamp(timestamp);
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  const time = `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
  return `${date}T${time}.${padded(Math.floor(tick / ticksPerMillisecond), 3)}Z`;
}
