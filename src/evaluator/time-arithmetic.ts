import { timestampFromParts } from '../base/time/calendar.js';
import type { Ticks, Timestamp } from '../base/time/ticks.js';
import type { Span } from '../base/text/source-text.js';
import { fail, type EvaluationState } from './evaluation-state.js';

/** An interval is a 64-bit number of ticks on the service's platform. */
const longestInterval = 9_223_372_036_854_775_807;
const earliest = timestampFromParts(1, 1, 1);
/** The last tick before it is no double, so it bounds the years up to 9999 from outside. */
const end = timestampFromParts(10_000, 1, 1);

/** An interval of that many ticks; fractions of a tick follow the switch tickRounding. */
export function intervalOf(state: EvaluationState, ticks: number, span: Span): Ticks {
  if (!(Math.abs(ticks) <= longestInterval)) return fail(state, span, 'Interval out of range');
  if (Number.isInteger(ticks)) return ticks;
  state.unverified.add('tickRounding');
  const magnitude = Math.abs(ticks);
  const whole =
    state.profile.tickRounding === 'nearest' ? Math.round(magnitude) : Math.floor(magnitude);
  return ticks < 0 ? -whole : whole;
}

export function timestampOf(state: EvaluationState, ticks: number, span: Span): Timestamp {
  if (ticks < earliest || ticks >= end) return fail(state, span, 'Timestamp out of range');
  return ticks;
}
