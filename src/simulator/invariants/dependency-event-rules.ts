import { taskKey, text, type EventBody, type EventRule } from './event-rule.js';

interface Dependencies {
  readonly taskIds?: readonly string[];
  readonly taskIdRanges?: readonly { readonly start: number; readonly end: number }[];
}

/** Ids of the tasks of a job that satisfy those that depend on them, as they are and as integers. */
interface Succeeded {
  readonly ids: Set<string>;
  readonly integers: Set<number>;
}

function idsOf(jobs: Map<string, Succeeded>, body: EventBody): Succeeded {
  const job = text(body, 'jobId');
  const done = jobs.get(job) ?? { ids: new Set(), integers: new Set() };
  jobs.set(job, done);
  return done;
}

function integerOf(id: string): number | undefined {
  return /^-?\d+$/.test(id) ? Number(id) : undefined;
}

/** Enters the id of a task; tells what was new of it. */
function enter(done: Succeeded, id: string): { readonly id: boolean; readonly integer: boolean } {
  const value = integerOf(id);
  const fresh = {
    id: !done.ids.has(id.toLowerCase()),
    integer: value !== undefined && !done.integers.has(value),
  };
  done.ids.add(id.toLowerCase());
  if (value !== undefined) done.integers.add(value);
  return fresh;
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
    name: 'a task waits until all tasks that it depends on have succeeded, or satisfy it all the same',
    create() {
      const jobs = new Map<string, Succeeded>();
      const waiting = new Map<string, Dependencies>();
      let fresh = { id: false, integer: false };
      return ({ event, body }) => {
        const key = taskKey(body);
        switch (event) {
          case 'TaskComplete': {
            waiting.delete(key);
            if (!succeeded(body)) return undefined;
            fresh = enter(idsOf(jobs, body), text(body, 'id'));
            return undefined;
          }
          case 'TaskDependencyAction': {
            const [done, id] = [idsOf(jobs, body), text(body, 'id')];
            if (body['dependencyAction'] === 'satisfy') enter(done, id);
            else {
              // Its success, the line before, is taken back; what an earlier task of this id satisfied stays so.
              if (fresh.id) done.ids.delete(id.toLowerCase());
              if (fresh.integer) done.integers.delete(integerOf(id)!);
            }
            return undefined;
          }
          case 'TaskDependenciesUnmet':
            waiting.set(key, body['dependsOn'] as Dependencies);
            return undefined;
          case 'TaskDependenciesMet': {
            const dependsOn = waiting.get(key);
            waiting.delete(key);
            const done = idsOf(jobs, body);
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
