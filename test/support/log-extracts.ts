import type { LogLine } from './recompute/log-line.js';

/** Starts of the attempts of tasks with their jobs, in order and in seconds: `late/task-0@100`. */
export function startsOf(log: readonly LogLine[]): string[] {
  return startLines(log).map(
    ({ t, body }) => `${String(body['jobId'])}/${String(body['id'])}@${t / 1000}`,
  );
}

/** The same where there is only one job, or the ids of tasks say enough: `task-0@100`. */
export function taskStartsOf(log: readonly LogLine[]): string[] {
  return startLines(log).map(({ t, body }) => `${String(body['id'])}@${t / 1000}`);
}

/** When the last attempt of each task started, in seconds, by the id of the task. */
export function startTimesOf(log: readonly LogLine[]): Record<string, number> {
  return Object.fromEntries(startLines(log).map(({ t, body }) => [body['id'] as string, t / 1000]));
}

function startLines(log: readonly LogLine[]): LogLine[] {
  return log.filter(({ event }) => event === 'TaskStart');
}

/** The states of one job, in seconds: `active@0 terminating@30 completed@30`. */
export function jobStatesOf(log: readonly LogLine[], id: string = 'job'): string {
  return log
    .filter(({ event, body }) => event === 'JobStateChange' && body['id'] === id)
    .map(({ t, body }) => `${String(body['to'])}@${t / 1000}`)
    .join(' ');
}

/** The jobs that came to be, in minutes: `nightly:job-1@10`. */
export function jobCreationsOf(log: readonly LogLine[]): string[] {
  return log
    .filter(({ event, body }) => event === 'JobStateChange' && body['from'] === null)
    .map(({ t, body }) => `${String(body['id'])}@${t / 60_000}`);
}

/** The states that nodes came to, in seconds: `40 idle`. */
export function nodeStatesOf(log: readonly LogLine[]): string[] {
  return log
    .filter(({ event }) => event === 'NodeStateChange')
    .map(({ t, body }) => `${t / 1000} ${String(body['to'])}`);
}
