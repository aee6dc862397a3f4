import { endsWithManager, isEnding, type JobState } from '../job/job-state.js';
import { DEDICATED } from '../node/node-state.js';
import type { World } from '../world.js';
import type { Invariant } from './invariant-table.js';

/** Asks once for all jobs with a job manager task, with the node that it is on; -1 for none. */
function ofEachManager(
  wrong: (world: World, job: JobState, node: number) => string | undefined,
): Invariant {
  return (world, pool) => {
    if (pool.index > 0) return undefined;
    for (const job of world.jobs) {
      if (job.input.jobManagerTask === undefined) continue;
      const node = job.managerTask < 0 ? -1 : world.tasks.node[job.managerTask]!;
      const text = wrong(world, job, node);
      if (text !== undefined) return `job ${job.input.id}: ${text}`;
    }
    return undefined;
  };
}

/** What holds of job manager tasks after every event (service.md sections 3.4 and 14). */
export const jobManagerInvariants: Readonly<Record<string, Invariant>> = {
  'a job manager task with runExclusive is alone on its node': ofEachManager(
    ({ nodes, tasks }, { input, managerTask }, node) => {
      if (node < 0 || !input.jobManagerTask!.runExclusive) return undefined;
      const isAlone = nodes.firstTask[node] === managerTask && tasks.next[managerTask]! < 0;
      return isAlone ? undefined : `node ${nodes.number[node]} has other tasks`;
    },
  ),

  'a job manager task that may not use spot nodes is on a dedicated one': ofEachManager(
    ({ nodes }, { input }, node) =>
      node < 0 || input.jobManagerTask!.allowLowPriorityNode || nodes.kind[node] === DEDICATED
        ? undefined
        : `it is on node ${nodes.number[node]}`,
  ),

  'a job ends with its job manager task, unless killJobOnCompletion is false': ofEachManager(
    (_, job) => (endsWithManager(job) && !isEnding(job) ? `it is ${job.state}` : undefined),
  ),
};
