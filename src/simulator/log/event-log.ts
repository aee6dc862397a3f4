import type { Quanta } from '../../base/time/quanta.js';
import { formatInstant } from '../../base/time/format-instant.js';
import {
  ticksPerDay,
  ticksPerMillisecond,
  ticksPerQuantum,
  type Timestamp,
} from '../../base/time/ticks.js';
import type { SimulationInput } from '../input/simulation-input.js';

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
  /** What names a task begins with, by index of its job; filled when first needed. */
  readonly jobMembers: string[];
  /** Ids of the nodes present, by slot of the node store; filled when first needed. */
  readonly nodeIds: (string | undefined)[];
  /** The member `nodeInfo` of task events, likewise. */
  readonly nodeInfos: (string | undefined)[];
  /** What events of the states of a node begin with, likewise. */
  readonly nodeIdentities: (string | undefined)[];
  /** The task that was named last, by its number, and the members that name it. */
  namedTask: number;
  taskName: string;
  /** What the events of ordinary tasks say of all of them, for the last of each kind: its key and its text. */
  readonly usual: UsualTexts;
  /** The day that was written last, in days since 2020, and its text up to and with the `T`. */
  day: number;
  dayText: string;
  buffer: string;
  /** The instant that was written last, and the start of a line for it. */
  instant: string;
  prefix: string;
  prefixTime: Quanta;
}

interface UsualTexts {
  recoveries: number;
  requiredSlots: number;
  nature: string;
  maxTaskRetryCount: number;
  retentionTime: Quanta | undefined;
  constraints: string;
}

const bufferLength = 65_536;

/**
 * The same text in one piece. What is put together from pieces stays in pieces until it is read, each time anew: what stands in
 * several lines is joined once.
 */
export function joined(text: string): string {
  return `${text} `.slice(0, -1);
}

export function createEventLog(input: SimulationInput, write: (lines: string) => void): EventLog {
  return {
    write,
    start: input.start,
    poolIds: input.pools.map((pool) => JSON.stringify(pool.id)),
    jobIds: [],
    jobMembers: [],
    nodeIds: [],
    nodeInfos: [],
    nodeIdentities: [],
    namedTask: NaN,
    taskName: '',
    usual: {
      recoveries: NaN,
      requiredSlots: NaN,
      nature: '',
      maxTaskRetryCount: NaN,
      retentionTime: undefined,
      constraints: '',
    },
    day: NaN,
    dayText: '',
    buffer: '',
    instant: '',
    prefix: '',
    prefixTime: -1,
  };
}

const hoursAndMinutes = numbered(1440, (minutes) => {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:`;
});
const secondTexts = numbered(60, (seconds) => `${twoDigits(seconds)}.`);
const millisecondTexts = numbered(1000, (ms) => `${String(ms).padStart(3, '0')}Z`);

function numbered(count: number, text: (number: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, number) => joined(text(number)));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** What `formatInstant` gives, without the calendar for every line. */
export function instantText(log: EventLog, at: Quanta): string {
  if (at === log.prefixTime) return log.instant;
  const ticks = log.start + at * ticksPerQuantum;
  const day = Math.floor(ticks / ticksPerDay);
  if (day !== log.day) {
    log.day = day;
    log.dayText = formatInstant(day * ticksPerDay).slice(0, 11);
  }
  const milliseconds = Math.floor((ticks - day * ticksPerDay) / ticksPerMillisecond);
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return (
    log.dayText +
    hoursAndMinutes[minutes]! +
    secondTexts[seconds - 60 * minutes]! +
    millisecondTexts[milliseconds - 1000 * seconds]!
  );
}

/** Adds one line; `body` is JSON text. */
export function logEvent(log: EventLog, now: Quanta, event: string, body: string): void {
  setInstant(log, now);
  log.buffer += `${log.prefix}${event}","body":${body}}\n`;
  if (log.buffer.length >= bufferLength) flushLog(log);
}

/** The part of a line before the members of its event, for `logLine`. */
export function lineHead(event: string): string {
  return joined(`${event}","body":{`);
}

/** Adds one line of a frequent event: its head and its members, as JSON text without the braces around them. */
export function logLine(log: EventLog, now: Quanta, head: string, members: string): void {
  setInstant(log, now);
  log.buffer += `${log.prefix}${head}${members}}}\n`;
  if (log.buffer.length >= bufferLength) flushLog(log);
}

function setInstant(log: EventLog, now: Quanta): void {
  if (now === log.prefixTime) return;
  const instant = instantText(log, now);
  log.instant = instant;
  log.prefixTime = now;
  log.prefix = joined(`{"t":${now / 4},"time":"${instant}","event":"`);
}

/** Hands over what is still buffered. */
export function flushLog(log: EventLog): void {
  if (log.buffer === '') return;
  log.write(log.buffer);
  log.buffer = '';
}
