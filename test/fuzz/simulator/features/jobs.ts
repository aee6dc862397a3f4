import type { Draws } from '../../draws.js';
import type { Feature } from '../feature.js';
import type { Json } from '../scenario-draft.js';
import { addRequest } from './operations.js';

const options = (draws: Draws): Json => ({
  ...(draws.chance(0.6) ? { jobAction: draws.pick(['none', 'none', 'disable', 'terminate']) } : {}),
  ...(draws.chance(0.6) ? { dependencyAction: draws.pick(['satisfy', 'block']) } : {}),
});

export const exitConditions: Feature = {
  name: 'exit conditions',
  share: 0.3,
  add(draft, draws) {
    for (const job of draft.jobs) {
      job['onTaskFailure'] = 'performexitoptionsjobaction';
      for (const task of job.tasks) {
        if (draws.chance(0.3)) continue;
        task['exitConditions'] = {
          exitCodes: [{ code: draws.between(0, 2), exitOptions: options(draws) }],
          exitCodeRanges: [{ start: 1, end: draws.between(1, 4), exitOptions: options(draws) }],
          preProcessingError: options(draws),
          fileUploadError: options(draws),
          default: options(draws),
        };
      }
    }
    draft.parameters['job.action_without_exit_options'] = draws.pick(['none', 'terminate']);
    draft.parameters['sched.preempted_task'] = draws.pick(['newest', 'oldest']);
  },
};

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
      { constraints: { maxTaskRetryCount: draws.between(-2, 4) } },
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

export const autoPools: Feature = {
  name: 'auto pools',
  share: 0.15,
  add(draft, draws) {
    for (const job of draft.jobs) {
      if (draws.chance(0.5)) continue;
      const { id: _, ...pool } = draws.pick(draft.pools);
      const poolInfo = {
        autoPoolSpecification: {
          poolLifetimeOption: 'job',
          keepAlive: draws.chance(0.3),
          ...(draws.chance(0.5) ? { autoPoolIdPrefix: 'auto' } : {}),
          pool,
        },
      };
      Object.assign(job, { poolInfo, onAllTasksComplete: 'terminatejob' });
    }
  },
};
