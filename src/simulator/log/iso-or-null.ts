import type { Quanta } from '../../base/time/quanta.js';
import { instantText, type EventLog } from './event-log.js';

/** An instant as JSON text; null for the time before anything happened (negative). */
export function isoOrNull(log: EventLog, at: Quanta): string {
  return at < 0 ? 'null' : `"${instantText(log, at)}"`;
}
