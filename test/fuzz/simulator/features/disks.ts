import type { Feature } from '../feature.js';

/** Disks that a few tasks fill, and data that stay on them for some time. */
export const limitedDisks: Feature = {
  name: 'limited disks',
  share: 0.2,
  add(draft, draws) {
    for (const pool of draft.pools) {
      if (draws.chance(0.8)) pool['diskBytes'] = draws.pick([0, 2e6, 8e9, 2e10]);
    }
    for (const { tasks, constraints } of draft.jobs) {
      if (draws.chance(0.6)) constraints['retentionTime'] = draws.pick([0, 300, 3600]);
      for (const task of tasks) {
        if (draws.chance(0.6)) task['usage'] = { diskBytes: draws.pick([0, 1e6, 1e9, 5e9]) };
      }
    }
    draft.parameters['node.disk_reserve_bytes'] = draws.pick([0, 1e6, 1e9]);
  },
};
