import type { Quanta } from '../../base/time/quanta.js';
import { formatInstant } from '../../base/time/format-instant.js';
import { ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';
import type { SimulationInput } from '../input.js';

/**
 * The event log of a run: newline-delimited JSON in the service's own diagnostic event schema, with the state changes of nodes
 * and tasks beside it. Each line carries `t`, exact milliseconds since the start of the run, and the ISO instant.
 */
export interface EventLog {
  /** Receives whole lines, several at a time. */
  readonly write: (lines: string) => void;
  readonly start: Timestamp;
  /** Ids as JSON text, by index. */
  readonly poolIds: readonly string[];
  readonly jobIds: readonly string[];
  buffer: string;
  /** Start of a line for the instant that was written last. */
  prefix: string;
  prefixTime: Quanta;
}

const bufferLength = 65_536;

export function createEventLog(input: SimulationInput, write: (lines: string) => void): EventLog {
  return {
    write,
    start: input.start,
    poolIds: input.pools.map((pool) => JSON.stringify(pool.id)),
    jobIds: input.jobs.map((job) => JSON.stringify(job.id)),
    buffer: '',
    prefix: '',
    prefixTime: -1,
  };
}

export function instantText(log: EventLog, at: Quanta): string {
  return formatInstant(log.start + at * ticksPerQuantum);
}

/** Adds one line; `body` is JSON text. */
export function logEvent(log: EventLog, now: Quanta, event: string, body: string): void {
  if (now !== log.prefixTime) {
    log.prefixTime = now;
    log.prefix = `{"t":${now / 4},"time":"${instantText(log, now)}","event":"`;
  }
  log.buffer += `${log.prefix}${event}","body":${body}}\n`;
  if (log.buffer.length >= bufferLength) flushLog(log);
}

/** Hands over what is still buffered. */
export function flushLog(log: EventLog): void {
  if (log.buffer === '') return;
  log.write(log.buffer);
  log.buffer = '';
}
