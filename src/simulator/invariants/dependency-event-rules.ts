import { taskKey, text, type EventBody, type EventRule } from './event-rule.js';

interface Dependencies {
  readonly taskIds?: readonly string[];
  readonly taskIdRanges?: readonly { readonly start: number; readonly end: number }[];
}

/** Ids of the successful tasks of a job, as they are and as integers. */
interface Succeeded {
  readonly ids: Set<string>;
  readonly integers: Set<number>;
}

function succeeded(body: EventBody): boolean {
  return (body['executionInfo'] as { readonly result?: string }).result === undefined;
}

function firstMissing(
  { taskIds = [], taskIdRanges = [] }: Dependencies,
  done: Succeeded,
): string | undefined {
  const id = taskIds.find((one) => !done.ids.has(one.toLowerCase()));
  if (id !== undefined) return id;
  for (const { start, end } of taskIdRanges) {
    for (let value = start; value <= end; value++) {
      if (!done.integers.has(value)) return String(value);
    }
  }
  return undefined;
}

/** Dependencies as the event stream tells of them (service.md section 4.6). */
export const dependencyEventRules: readonly EventRule[] = [
  {
    name: 'a task waits until all tasks that it depends on have succeeded',
    create() {
      const jobs = new Map<string, Succeeded>();
      const waiting = new Map<string, Dependencies>();
      return ({ event, body }) => {
        const key = taskKey(body);
        switch (event) {
          case 'TaskComplete': {
            waiting.delete(key);
            if (!succeeded(body)) return undefined;
            const job = text(body, 'jobId');
            const done = jobs.get(job) ?? { ids: new Set(), integers: new Set() };
            jobs.set(job, done);
            const id = text(body, 'id');
            done.ids.add(id.toLowerCase());
            if (/^-?\d+$/.test(id)) done.integers.add(Number(id));
            return undefined;
          }
          case 'TaskDependenciesUnmet':
            waiting.set(key, body['dependsOn'] as Dependencies);
            return undefined;
          case 'TaskDependenciesMet': {
            const dependsOn = waiting.get(key);
            waiting.delete(key);
            const done = jobs.get(text(body, 'jobId')) ?? { ids: new Set(), integers: new Set() };
            const missing = dependsOn === undefined ? undefined : firstMissing(dependsOn, done);
            if (missing !== undefined) return `task ${key} is eligible before task ${missing}`;
            return dependsOn === undefined ? `task ${key} is eligible and did not wait` : undefined;
          }
          case 'TaskAssign':
            return waiting.has(key)
              ? `task ${key} is given to a node while it waits for others`
              : undefined;
          default:
            return undefined;
        }
      };
    },
  },
];
