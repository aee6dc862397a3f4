import type { Draws } from '../../draws.js';
import type { Feature } from '../feature.js';
import type { Json } from '../scenario-draft.js';
import { addRequest } from './operations.js';

export const jobSettings: Feature = {
  name: 'limits and ends of jobs',
  share: 0.4,
  add(draft, draws) {
    for (const job of draft.jobs) {
      if (draws.chance(0.5)) job['maxParallelTasks'] = draws.pick([-1, 1, 2, 5]);
      if (draws.chance(0.3)) job['onAllTasksComplete'] = 'terminatejob';
      if (draws.chance(0.2)) job['allowTaskPreemption'] = true;
      if (draws.chance(0.3)) job.constraints['maxWallClockTime'] = draws.between(0, 9000);
    }
    draft.parameters['job.all_tasks_complete_from'] = draws.pick([
      'last-submission',
      'last-submission',
      'creation',
    ]);
  },
};

const requests: Readonly<Record<string, (draws: Draws) => Readonly<Record<string, Json>>>> = {
  disableJob: (draws) => ({ disableTasks: draws.pick(['requeue', 'terminate', 'wait']) }),
  enableJob: () => ({}),
  terminateJob: () => ({}),
  deleteJob: () => ({}),
  updateJob: (draws) =>
    draws.pick<Readonly<Record<string, Json>>>([
      { priority: draws.between(-1001, 1001) },
      { maxParallelTasks: draws.pick([-1, 0, 1, 3]) },
      { onAllTasksComplete: draws.pick(['noaction', 'terminatejob']) },
      { allowTaskPreemption: draws.chance(0.5) },
      { constraints: { maxWallClockTime: draws.between(0, 9000) } },
      { poolInfo: { poolId: 'a' } },
    ]),
};

/** Most of them disable and enable: a job that has ended takes part in nothing any more. */
const kinds = [
  ...Array<string>(3).fill('disableJob'),
  ...Array<string>(4).fill('enableJob'),
  ...Array<string>(4).fill('updateJob'),
  'terminateJob',
  'deleteJob',
];

export const jobOperations: Feature = {
  name: 'operations on jobs',
  share: 0.4,
  add(draft, draws) {
    for (let count = draws.between(1, 10); count > 0; count--) {
      const operation = draws.pick(kinds);
      const { id: jobId } = draws.pick(draft.jobs);
      const at = draws.between(0, 9000);
      addRequest(draft, { at, operation, jobId, ...requests[operation]!(draws) });
    }
  },
};
