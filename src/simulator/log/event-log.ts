import type { Quanta } from '../../base/time/quanta.js';
import { formatInstant } from '../../base/time/format-instant.js';
import {
  ticksPerDay,
  ticksPerMillisecond,
  ticksPerQuantum,
  type Timestamp,
} from '../../base/time/ticks.js';
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
  readonly poolIds: string[];
  readonly jobIds: string[];
  /** Ids of the nodes present, by slot of the node store; filled when first needed. */
  readonly nodeIds: (string | undefined)[];
  /** The member `nodeInfo` of task events, likewise. */
  readonly nodeInfos: (string | undefined)[];
  /** The task that was named last, by its number, and the members that name it. */
  namedTask: number;
  taskName: string;
  /** The day that was written last, in days since 2020, and its text up to and with the `T`. */
  day: number;
  dayText: string;
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
    jobIds: [],
    nodeIds: [],
    nodeInfos: [],
    namedTask: NaN,
    taskName: '',
    day: NaN,
    dayText: '',
    buffer: '',
    prefix: '',
    prefixTime: -1,
  };
}

const twoDigits: readonly string[] = Array.from({ length: 60 }, (_, number) =>
  String(number).padStart(2, '0'),
);

/** What `formatInstant` gives, without the calendar for every line. */
export function instantText(log: EventLog, at: Quanta): string {
  const ticks = log.start + at * ticksPerQuantum;
  const day = Math.floor(ticks / ticksPerDay);
  if (day !== log.day) {
    log.day = day;
    log.dayText = formatInstant(day * ticksPerDay).slice(0, 11);
  }
  const milliseconds = Math.floor((ticks - day * ticksPerDay) / ticksPerMillisecond);
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${twoDigits[Math.floor(minutes / 60)]!}:${twoDigits[minutes % 60]!}:${twoDigits[seconds % 60]!}`;
  const rest = milliseconds % 1000;
  const zeros = rest < 10 ? '00' : rest < 100 ? '0' : '';
  return `${log.dayText}${clock}.${zeros}${rest}Z`;
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
