import type { Feature } from '../feature.js';

/** What nodes need before their start task, with downloads that fail and throttle. */
export const nodeSetup: Feature = {
  name: 'set-up of nodes',
  share: 0.25,
  add(draft, draws) {
    for (const pool of draft.pools) {
      pool['applicationPackageReferences'] = draws.pick([
        [],
        [{ applicationId: 'tool', gigabytes: 1 }],
      ]);
      pool['certificateReferences'] = draws.pick([[], [{ thumbprint: 'a' }]]);
      pool['mountConfiguration'] = draws.pick([[], [{ nfsMountConfiguration: {} }]]);
      pool['virtualMachineConfiguration'] = {
        dataDisks: draws.pick([[], [{ lun: 0 }]]),
        containerConfiguration: {
          containerImageNames: draws.pick([[], ['small', { name: 'large', gigabytes: 5 }]]),
        },
      };
    }
    draft.parameters['node.concurrent_pulls'] = 2;
    draft.parameters['node.package_failure_share'] = draws.pick([0, 0.05]);
    draft.parameters['node.image_failure_share'] = draws.pick([0, 0.1]);
  },
};

export const osUpgrades: Feature = {
  name: 'upgrades of the operating system',
  share: 0.25,
  add(draft, draws) {
    for (const pool of draft.pools) {
      if (draws.chance(0.2)) continue;
      pool['upgradePolicy'] = {
        mode: draws.pick(['automatic', 'manual', 'rolling']),
        automaticOSUpgradePolicy: {
          enableAutomaticOSUpgrade: draws.chance(0.8),
          osRollingUpgradeDeferral: draws.chance(0.5),
          useRollingUpgradePolicy: draws.chance(0.5),
        },
        rollingUpgradePolicy: {
          maxBatchInstancePercent: draws.pick([20, 50, 100]),
          maxUnhealthyInstancePercent: draws.pick([20, 100]),
          maxUnhealthyUpgradedInstancePercent: draws.pick([20, 100]),
          pauseTimeBetweenBatches: draws.pick([0, 100]),
        },
      };
    }
    draft.more['osUpgrades'] = Array.from({ length: draws.between(1, 2) }, () => ({
      at: draws.between(0, 9000),
      poolId: draws.pick(draft.pools).id,
    }));
    draft.parameters['node.os_upgrade_s'] = { uniform: [0, 300] };
  },
};
