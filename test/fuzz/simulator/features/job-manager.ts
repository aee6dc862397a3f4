import type { Feature } from '../feature.js';

export const jobManager: Feature = {
  name: 'job manager tasks',
  share: 0.3,
  add(draft, draws) {
    for (const job of draft.jobs) {
      if (!draws.chance(0.7)) continue;
      job['jobManagerTask'] = {
        id: 'manager',
        runTime: draws.pick([0, 50, 600, 5000]),
        requiredSlots: draws.pick([1, 1, 2]),
        killJobOnCompletion: draws.chance(0.4),
        runExclusive: draws.chance(0.6),
        allowLowPriorityNode: draws.chance(0.7),
        constraints: { maxTaskRetryCount: draws.pick([0, 1, 3]) },
        exitCodes: [{ code: 1, share: draws.pick([0, 0.5]) }],
      };
    }
    draft.parameters['sched.job_manager_makes_room'] = draws.pick(['yes', 'yes', 'no']);
  },
};
