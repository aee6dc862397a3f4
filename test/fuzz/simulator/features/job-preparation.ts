import type { Feature } from '../feature.js';

export const jobPreparation: Feature = {
  name: 'job preparation and release tasks',
  share: 0.35,
  add(draft, draws) {
    for (const job of draft.jobs) {
      if (!draws.chance(0.7)) continue;
      job['jobPreparationTask'] = {
        runTime: draws.pick([0, 30, 400]),
        waitForSuccess: draws.chance(0.8),
        rerunOnNodeRebootAfterSuccess: draws.chance(0.5),
        constraints: { maxTaskRetryCount: draws.pick([0, 1, 2]) },
        failureShare: draws.pick([0, 0.2, 0.6]),
      };
      if (!draws.chance(0.6)) continue;
      job['jobReleaseTask'] = {
        runTime: draws.pick([0, 20, 600, 2000]),
        maxWallClockTime: draws.pick(['PT15M', 'PT1M']),
        failureShare: draws.pick([0, 0.5]),
      };
    }
  },
};
