import type { JobState } from '../job/job-state.js';
import { ABANDONED, ASSIGNED, PREPARING, RETIRED, RUNNING, SUBTASK } from '../task/task-state.js';
import type { World } from '../world.js';
import type { Invariant } from './invariant-table.js';

/** Asks once for all jobs, whatever pool they are bound to. */
function ofEachJob(wrong: (world: World, job: JobState) => string | undefined): Invariant {
  return (world, pool) => {
    if (pool.index > 0) return undefined;
    for (const job of world.jobs) {
      const text = wrong(world, job);
      if (text !== undefined) return `job ${job.input.id}: ${text}`;
    }
    return undefined;
  };
}

function statesOf({ tasks }: World, { index }: JobState): number[] {
  const states: number[] = [];
  for (let task = 0; task < tasks.used; task++) {
    const state = tasks.state[task]!;
    if (state !== RETIRED && state !== SUBTASK && tasks.job[task] === index) states.push(state);
  }
  return states;
}

/** What holds of jobs after every event (service.md sections 3 and 14). */
export const jobInvariants: Readonly<Record<string, Invariant>> = {
  'a job knows how many of its tasks are on nodes and how many are not completed': ofEachJob(
    (world, job) => {
      const states = statesOf(world, job);
      const held = states.filter((state) => [ASSIGNED, PREPARING, RUNNING].includes(state)).length;
      return held === job.onNodes && states.length === job.unfinished
        ? undefined
        : `${held} tasks on nodes of ${states.length}, it counts ${job.onNodes} of ${job.unfinished}`;
    },
  ),

  'a job that is disabled or has ended has no task on a node': ofEachJob((_, { state, onNodes }) =>
    onNodes > 0 && ['disabled', 'completed', 'deleted'].includes(state)
      ? `${onNodes} tasks on nodes, and it is ${state}`
      : undefined,
  ),

  'nothing is left of the special tasks of a job that has ended': ofEachJob(
    ({ preparations, releases }, { index, state }) => {
      if (state !== 'completed' && state !== 'deleted') return undefined;
      const prepared = [...(preparations?.onNode.values() ?? [])].filter((of) => of.has(index));
      const released = [...(releases?.values() ?? [])].filter((of) => of.has(index));
      const left = prepared.length + released.length;
      return left === 0 ? undefined : `${left} are left, and it is ${state}`;
    },
  ),

  'only tasks of completed jobs are active for ever': ofEachJob((world, job) => {
    const abandoned = statesOf(world, job).filter((state) => state === ABANDONED).length;
    if (job.state === 'completed') {
      return abandoned === job.unfinished ? undefined : `${job.unfinished - abandoned} still wait`;
    }
    return abandoned === 0 ? undefined : `${abandoned} are, and it is ${job.state}`;
  }),
};
