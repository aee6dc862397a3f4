import { nodeOf, number, taskKey, text, type EventBody, type EventRule } from './event-rule.js';

/** States of a task by the state before; `null` stands for not yet submitted. */
const transitions: ReadonlyMap<string | null, readonly string[]> = new Map([
  [null, ['active']],
  ['active', ['preparing', 'running', 'completed']],
  ['preparing', ['running', 'active', 'completed']],
  ['running', ['active', 'completed']],
  // By reactivation.
  ['completed', ['active']],
]);

interface Execution {
  readonly retryCount: number;
  readonly requeueCount?: number;
  readonly result?: string;
}

function executionOf(body: EventBody): Execution {
  return body['executionInfo'] as Execution;
}

function limitOf(body: EventBody): number {
  return (body['constraints'] as { readonly maxTaskRetryCount: number }).maxTaskRetryCount;
}

function isDeletion(event: string, body: EventBody): boolean {
  return event === 'Operation' && body['operation'] === 'deleteTask' && !('error' in body);
}

/** Tasks as the event stream tells of them (service.md sections 4.1, 8 and 14). */
export const taskEventRules: readonly EventRule[] = [
  {
    name: 'a task is in one state at a time and moves only as the service lets it',
    create() {
      const states = new Map<string, string>();
      return ({ event, body }) => {
        // Ids of tasks do not tell capital letters apart, and a deleted task makes room for another of its id.
        const key = taskKey(body).toLowerCase();
        if (isDeletion(event, body)) states.delete(key);
        if (event !== 'TaskStateChange') return undefined;
        const [from, to] = [body['from'] as string | null, text(body, 'to')];
        const known = states.get(key) ?? null;
        states.set(key, to);
        if (from !== known) return `task ${key} goes from ${from} to ${to}, but it is ${known}`;
        return transitions.get(from)?.includes(to) === true
          ? undefined
          : `task ${key} goes from ${from} to ${to}`;
      };
    },
  },
  {
    name: 'a task holds the slots of one node at a time, and only an active one is given to a node',
    create() {
      const states = new Map<string, string>();
      const held = new Map<string, string>();
      return ({ event, body }) => {
        const key = taskKey(body);
        if (event === 'TaskStateChange') states.set(key, text(body, 'to'));
        if (event !== 'TaskAssign' && event !== 'TaskRelease') return undefined;
        const { nodeId } = nodeOf(body);
        const holder = held.get(key);
        if (event === 'TaskRelease') {
          held.delete(key);
          return holder === nodeId
            ? undefined
            : `task ${key} is taken off node ${nodeId}, but it is on ${holder ?? 'none'}`;
        }
        held.set(key, nodeId);
        if (holder !== undefined) return `task ${key} is given to ${nodeId} and holds ${holder}`;
        const state = states.get(key);
        return state === 'active'
          ? undefined
          : `task ${key} is given to a node, but it is ${state}`;
      };
    },
  },
  {
    name: 'retries stay within maxTaskRetryCount, and each attempt has its reason',
    create() {
      const attempts = new Map<string, { started: number; interrupted: number }>();
      // The most that was allowed so far, of a task and of a job: a user may lower it after a retry.
      const allowed = new Map<string, number>();
      const most = (key: string, limit: number): number => {
        const found = Math.max(allowed.get(key) ?? 0, limit === -1 ? Infinity : limit);
        allowed.set(key, found);
        return found;
      };
      return ({ event, body }) => {
        if (event === 'JobUpdate') most(text(body, 'id'), number(body, 'maxTaskRetryCount'));
        const key = taskKey(body);
        if (event === 'TaskUpdate') most(key, limitOf(body));
        // Also when a completed task is made active again: its counts start anew.
        const isSubmitted = event === 'TaskStateChange' && body['from'] !== 'running';
        if (isSubmitted && (body['from'] === null || body['from'] === 'completed')) {
          attempts.set(key, { started: 0, interrupted: 0 });
        }
        const counts = attempts.get(key);
        if (counts === undefined) return undefined;
        if (event === 'TaskRequeue') counts.interrupted++;
        if (event !== 'TaskStart') return undefined;
        const { started, interrupted } = { ...counts, started: ++counts.started };
        const { retryCount } = executionOf(body);
        const limit = Math.max(most(key, limitOf(body)), allowed.get(text(body, 'jobId')) ?? 0);
        if (retryCount > limit) {
          return `task ${key} is retried ${retryCount} times, at most ${limit} allowed`;
        }
        return started <= 1 + retryCount + interrupted
          ? undefined
          : `task ${key} starts ${started} times after ${retryCount} retries and ${interrupted} interruptions`;
      };
    },
  },
  {
    name: 'an attempt ends after it started, not before',
    create() {
      return ({ event, body }) => {
        if (event !== 'TaskComplete') return undefined;
        const { startTime, endTime } = body['executionInfo'] as {
          readonly startTime: string | null;
          readonly endTime: string | null;
        };
        const inOrder = startTime === null || endTime === null || startTime <= endTime;
        return inOrder ? undefined : `task ${taskKey(body)} ran from ${startTime} to ${endTime}`;
      };
    },
  },
  {
    name: 'TaskFail stands behind the TaskComplete of the same failure, and nowhere else',
    create() {
      let failed: string | undefined;
      return ({ event, body }) => {
        const expected = failed;
        failed = undefined;
        const found = event === 'TaskFail' ? taskKey(body) : undefined;
        if (expected !== found) {
          return expected === undefined
            ? `TaskFail of task ${found} without TaskComplete`
            : `TaskComplete of the failed task ${expected} without TaskFail`;
        }
        // A failed upload leaves an exit code of 0.
        const isFailure = event === 'TaskComplete' && executionOf(body).result === 'failure';
        if (isFailure) failed = taskKey(body);
        return undefined;
      };
    },
  },
  {
    name: 'a task is requeued off a node, and becomes active by it',
    create() {
      const states = new Map<string, string>();
      let released: string | undefined;
      return ({ event, body }) => {
        const key = taskKey(body);
        if (event === 'TaskStateChange') states.set(key, text(body, 'to'));
        else if (event === 'TaskRelease') released = key;
        else if (event === 'TaskRequeue') {
          const { requeueCount = 0 } = executionOf(body);
          if (released !== key) return `task ${key} is requeued without being taken off a node`;
          if (states.get(key) !== 'active') return `task ${key} is requeued and ${states.get(key)}`;
          return requeueCount + number(body, 'systemTaskVersion') > 0
            ? undefined
            : `task ${key} is requeued, and neither requeueCount nor systemTaskVersion tells of it`;
        }
        return undefined;
      };
    },
  },
];
