import { parameterDefinition, parameterNames } from './parameters.js';
import type { ParameterName } from './parameter-table.js';

/** How a point is dealt with that the public record of the service leaves open (the marked lines of its description: S1.1, ...). */
export type OpenQuestion =
  | { readonly id: string; readonly kind: 'parameters'; readonly names: readonly ParameterName[] }
  | { readonly id: string; readonly kind: 'reason'; readonly reason: string };

/** Why an open point has no parameter. */
const reasons: Readonly<Record<string, string>> = {
  'S1.1':
    'nothing changes nodeFillType of a pool during a run, so whether the service would let it cannot be seen',
  'S1.6':
    'the targets of a pool fall by the nodes that removenodes takes: otherwise the next resize would bring them back',
  'S1.7':
    'a pool keeps its nodes and its last targets when autoscale is disabled: nothing asks for a resize',
  'S1.8':
    'what a negative target means is a switch of the profile of the formula language: negativeTarget',
  'S2.2':
    'a preempted node is not billed: its VM is deallocated, which is a power state without a charge (documented); disks have no price here',
  'S2.3': 'in which order a joining node does what it must cannot be seen: the times add up',
  'S2.4':
    'a preempted node counts for its core quota, as a deallocated spot VM does (documented); disks have no price here',
  'S3.2':
    'a job does not wait for release tasks on nodes that are gone, lost or on their way out: it could wait for ever',
  'S3.3':
    'a preparing task holds the slots of its node: it was given to it, and starts there as soon as the preparation task succeeds',
  'S3.4':
    'jobs of a schedule nightly are called nightly:job-1 and so on, as in older records: a name on which no figure depends; a job that a quota refuses leaves its recurrence without one',
  'S4.3':
    'a nonzero exit code shows as FailureExitCode, a user error: a name in events, on which no figure depends',
  'S4.5':
    'a task may depend on one that does not exist yet: it is matched by its id when it completes',
  'S5.1':
    'among nodes with equally many free slots the lowest number is chosen: the nodes of a pool are alike',
  'S6.2': 'samples count the tasks of the jobs that are bound to the pool: nothing else reaches it',
  'S8.1': 'the event log is one stream of lines; archives of the service are not written',
  'S8.2':
    'resizeTimeout is written in milliseconds, as a text: the documented 300000 is then the shortest one allowed',
  'S9.3': 'price books are given with a scenario; the retail price interface is not called',
  'S10.1':
    'refusals have the HTTP status of their family: 404 for what is not there, 409 for a wrong state, 400 for a wrong value',
};

/** Every open point with the parameters that cover it, or the reason why none does; ordered by id. */
export const openQuestions: readonly OpenQuestion[] = [
  ...[...coveredIds()].map(([id, names]) => ({ id, kind: 'parameters' as const, names })),
  ...Object.entries(reasons).map(([id, reason]) => ({ id, kind: 'reason' as const, reason })),
].sort((a, b) => order(a.id) - order(b.id));

function coveredIds(): Map<string, ParameterName[]> {
  const byId = new Map<string, ParameterName[]>();
  for (const name of parameterNames) {
    for (const id of parameterDefinition(name).covers) {
      if (id.startsWith('S')) byId.set(id, [...(byId.get(id) ?? []), name]);
    }
  }
  return byId;
}

function order(id: string): number {
  const [section, row] = id.slice(1).split('.');
  return Number(section) * 1000 + Number(row);
}
