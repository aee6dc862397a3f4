import type { Feature } from '../feature.js';

export const untilDrained: Feature = {
  name: 'until drained',
  share: 0.12,
  add(draft) {
    draft.until = 'drained';
  },
};

/** Endless retries end only where the run has a fixed end, or after 180 simulated days. */
export const endlessRetries: Feature = {
  name: 'endless retries',
  share: 0.1,
  add(draft, draws) {
    if (draft.until === 'drained') return;
    draws.pick(draft.jobs).constraints['maxTaskRetryCount'] = -1;
    for (const { tasks } of draft.jobs) {
      for (const task of tasks) if (task['runTime'] === 0) task['runTime'] = 1;
    }
  },
};
