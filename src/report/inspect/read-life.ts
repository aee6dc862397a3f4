import { collectSurroundings } from './environment/collect-environment.js';
import { describeEvent } from './describe-event.js';
import { collectJobTasks } from './job-tasks.js';
import type { Life, LifeEntry, LifeSpan, Subject } from './life.js';
import { parseLogLine, recordOf, textOf, type LogLine } from './log-line.js';

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
    const id = idOf(line, subject.kind);
    if (id === undefined) continue;
    if (id !== idText(subject)) {
      if (known.size < namedIds) known.add(id);
      continue;
    }
    found = true;
    jobTasks?.add(line);
    const description = describeEvent(line, subject.kind);
    if (description !== undefined) entries.push({ t: line.t, time: line.time, text: description });
    changeSpan(spans, line, subject.kind);
  }
  if (!found) return { kind: 'unknown-subject', known: [...known] };
  const closed: LifeSpan[] = spans.map((span) => ({ ...span, to: Math.min(span.to, logEnd) }));
  const tasks = jobTasks === undefined ? {} : { tasks: jobTasks.until(logEnd) };
  const around = surroundings === undefined ? {} : { surroundings: surroundings.result() };
  return { kind: 'life', life: { subject, entries, spans: closed, ...tasks, ...around, logEnd } };
}

export function idText(subject: Subject): string {
  switch (subject.kind) {
    case 'job':
      return subject.jobId;
    case 'task':
      return `${subject.jobId}/${subject.taskId}`;
    case 'node':
      return subject.nodeId;
    case 'pool':
      return subject.poolId;
  }
}

/** The id that a line gives for a kind of thing; undefined where it is not about one. */
function idOf({ event, body }: LogLine, kind: Subject['kind']): string | undefined {
  const isTask =
    event.startsWith('Task') ||
    event.startsWith('Subtask') ||
    (event === 'Operation' && 'id' in body);
  switch (kind) {
    case 'job':
      return textOf(body, event === 'JobStateChange' ? 'id' : 'jobId') || undefined;
    case 'task':
      return isTask ? `${textOf(body, 'jobId')}/${textOf(body, 'id')}` : undefined;
    case 'node': {
      const runs = isTask || event === 'SpecialTask';
      const node = runs ? textOf(recordOf(body, 'nodeInfo'), 'nodeId') : textOf(body, 'nodeId');
      return node === '' ? undefined : node;
    }
    case 'pool':
      if (event === 'Operation' || event === 'Fault') return textOf(body, 'poolId') || undefined;
      return event.startsWith('Pool') ? textOf(body, 'id') : undefined;
  }
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
  if (kind === 'node') return event === 'NodeStateChange' ? textOf(body, 'to') : undefined;
  if (event === 'PoolResizeStart') return 'resizing';
  if (event === 'PoolResizeStopping') return 'stopping';
  if (event === 'PoolDeleteComplete') return '';
  return event === 'PoolCreate' || event === 'PoolResizeComplete' ? 'steady' : undefined;
}
