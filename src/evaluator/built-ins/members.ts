import { partsFromTimestamp } from '../../base/time/calendar.js';
import type { Timestamp } from '../../base/time/ticks.js';
import type { MemberName } from '../../language/members.js';
import type { EvaluationState } from '../evaluation-state.js';

/** A part of a UTC instant. The number of Sunday is open: the documents only say that Monday is 1. */
export function memberOf(state: EvaluationState, timestamp: Timestamp, member: MemberName): number {
  const part = partsFromTimestamp(timestamp)[member];
  if (member !== 'weekday' || part !== 7) return part;
  state.unverified.add('sunday');
  return Number(state.profile.sunday);
}
