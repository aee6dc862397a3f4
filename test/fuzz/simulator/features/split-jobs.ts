import type { Feature } from '../feature.js';

export const splitJobs: Feature = {
  name: 'split jobs',
  share: 0.15,
  add(draft, draws) {
    const job = draws.pick(draft.jobs);
    job['usesTaskDependencies'] = true;
    job.tasks = [
      {
        split: draws.between(1, 30),
        runTime: draws.pick([60, { exponential: { mean: 200 } }]),
        failureShare: draws.pick([0, 0, 0.1]),
        submit: draws.between(0, 600),
        splitTime: draws.pick([0, 120]),
        merge: { id: 'merge', runTime: 60, requiredSlots: draws.pick([1, 2]) },
      },
    ];
  },
};
