import { collectSurroundings } from './environment/collect-environment.js';
import { describeEvent } from './describe-event.js';
import { idOf } from './id-of-line.js';
import { followAutoPools } from './job-schedule/auto-pools.js';
import { collectJobSchedule } from './job-schedule/collect-job-schedule.js';
import { collectJobTasks } from './job-tasks.js';
import type { Life } from './life.js';
import type { LifeEntry, LifeSpan, Subject } from './life-entry.js';
import { parseLogLine, textOf, type LogLine } from './log-line.js';
import { idText } from './subject-text.js';

/** What came of reading a log: the life, or why there is none. */
export type ReadLife =
  | { readonly kind: 'life'; readonly life: Life }
  /** No line is about the subject; `known` are the first ids of its kind in the log. */
  | { readonly kind: 'unknown-subject'; readonly known: readonly string[] }
  /** A line that is not one of an event log, numbered from 1. */
  | { readonly kind: 'not-a-log'; readonly line: number };

const namedIds = 10_000;

/** Reads the life of one thing out of an event log, in one pass, keeping nothing else. */
export async function readLife(lines: AsyncIterable<string>, subject: Subject): Promise<ReadLife> {
  const entries: LifeEntry[] = [];
  const spans: { state: string; from: number; to: number }[] = [];
  const known = new Set<string>();
  const jobTasks = subject.kind === 'job' ? collectJobTasks() : undefined;
  const surroundings =
    subject.kind === 'task' || subject.kind === 'node' ? collectSurroundings(subject) : undefined;
  const autoPools = subject.kind === 'jobSchedule' ? followAutoPools() : undefined;
  const schedule = autoPools === undefined ? undefined : collectJobSchedule(autoPools);
  let found = false;
  let logEnd = 0;
  let number = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    const line = parseLogLine(text);
    if (line === undefined) return { kind: 'not-a-log', line: number };
    logEnd = line.t;
    surroundings?.add(line);
    autoPools?.add(line);
    const id = idOf(line, subject.kind) ?? autoPools?.ownerOf(line);
    if (id === undefined) continue;
    if (!isSameId(id, subject)) {
      if (known.size < namedIds) known.add(id);
      continue;
    }
    found = true;
    jobTasks?.add(line);
    schedule?.add(line);
    const description = describeEvent(line, subject.kind);
    if (description !== undefined) entries.push({ t: line.t, time: line.time, text: description });
    changeSpan(spans, line, subject.kind);
  }
  if (!found) return { kind: 'unknown-subject', known: [...known] };
  const closed: LifeSpan[] = spans.map((span) => ({ ...span, to: Math.min(span.to, logEnd) }));
  const tasks = jobTasks === undefined ? {} : { tasks: jobTasks.until(logEnd) };
  const jobSchedule = schedule === undefined ? {} : { jobSchedule: schedule.until(logEnd) };
  const missed = schedule?.missedEntries() ?? [];
  const around = surroundings === undefined ? {} : { surroundings: surroundings.result() };
  return {
    kind: 'life',
    life: {
      subject,
      // Sorting keeps the order of those of one time, so that what was missed comes after what the log says.
      entries: missed.length === 0 ? entries : [...entries, ...missed].sort((a, b) => a.t - b.t),
      spans: closed,
      ...tasks,
      ...jobSchedule,
      ...around,
      logEnd,
    },
  };
}

/** Operations may name a pool, a job or a job schedule in other letters than it was created with: ids ignore case. */
function isSameId(id: string, subject: Subject): boolean {
  const wanted = idText(subject);
  if (id === wanted) return true;
  const isNamed = subject.kind !== 'task' && subject.kind !== 'node';
  return isNamed && id.toLowerCase() === wanted.toLowerCase();
}

function changeSpan(
  spans: { state: string; from: number; to: number }[],
  line: LogLine,
  kind: Subject['kind'],
): void {
  const state = stateAfter(line, kind);
  if (state === undefined) return;
  const last = spans.at(-1);
  if (last !== undefined && last.to === Infinity) last.to = line.t;
  if (state !== '') spans.push({ state, from: line.t, to: Infinity });
}

/** The state that a line puts the subject in; empty when it is gone or final, undefined where the line changes none. */
function stateAfter({ event, body }: LogLine, kind: Subject['kind']): string | undefined {
  if (kind === 'task') {
    if (event === 'TaskAssign') return 'assigned';
    if (event !== 'TaskStateChange') return undefined;
    const to = textOf(body, 'to');
    return to === 'completed' ? '' : to;
  }
  if (kind === 'job') return undefined;
  if (kind === 'jobSchedule') {
    if (event !== 'JobScheduleStateChange') return undefined;
    const to = textOf(body, 'to');
    return to === 'completed' || to === 'deleted' ? '' : to;
  }
  if (kind === 'node') return event === 'NodeStateChange' ? textOf(body, 'to') : undefined;
  if (event === 'PoolResizeStart') return 'resizing';
  if (event === 'PoolResizeStopping') return 'stopping';
  if (event === 'PoolDeleteComplete') return '';
  return event === 'PoolCreate' || event === 'PoolResizeComplete' ? 'steady' : undefined;
}
