import type { Feature } from '../feature.js';

/** Also in pools that do not host them, where they wait for ever, and of more instances than a pool has nodes. */
export const multiInstanceTasks: Feature = {
  name: 'multi-instance tasks',
  share: 0.35,
  add(draft, draws) {
    for (const pool of draft.pools) {
      if (!draws.chance(0.85)) continue;
      pool.taskSlotsPerNode = 1;
      pool['enableInterNodeCommunication'] = true;
    }
    for (const { tasks } of draft.jobs) {
      for (const task of tasks) {
        if (!draws.chance(0.3)) continue;
        task['requiredSlots'] = 1;
        task['multiInstanceSettings'] = {
          numberOfInstances: draws.pick([1, 2, 2, 3, 4, 9]),
          coordinationTime: draws.pick([0, 30]),
          coordinationFailureShare: draws.pick([0, 0.1, 0.5]),
          commonResourceFiles: [{ bytes: draws.pick([0, 2e9]) }],
        };
      }
    }
  },
};
