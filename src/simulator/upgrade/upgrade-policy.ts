import type { Quanta } from '../../base/time/quanta.js';

/** How a pool takes a new operating system, with REST names (service.md section 1.7). */
export interface UpgradePolicy {
  readonly mode: 'automatic' | 'manual' | 'rolling';
  readonly enableAutomaticOSUpgrade: boolean;
  /** A node with running tasks is upgraded only once it is idle. */
  readonly osRollingUpgradeDeferral: boolean;
  readonly useRollingUpgradePolicy: boolean;
  readonly rollingUpgradePolicy: RollingUpgradePolicy;
}

export interface RollingUpgradePolicy {
  /** Largest share of the pool, in percent, that is upgraded at one time; at least one node is. */
  readonly maxBatchInstancePercent: number;
  /** Shares in percent of unhealthy nodes, of all and of the upgraded ones, above which the roll-out stops. */
  readonly maxUnhealthyInstancePercent: number;
  readonly maxUnhealthyUpgradedInstancePercent: number;
  readonly pauseTimeBetweenBatches: Quanta;
}

/** Values of the documented example, where a pool does not say otherwise. */
export const usualRollingPolicy: RollingUpgradePolicy = {
  maxBatchInstancePercent: 20,
  maxUnhealthyInstancePercent: 20,
  maxUnhealthyUpgradedInstancePercent: 20,
  pauseTimeBetweenBatches: 0,
};

/** How an upgrade goes in a pool: its batches, and whether running tasks defer it. */
export interface UpgradeCourse {
  readonly policy: RollingUpgradePolicy;
  readonly deferral: boolean;
}

/** All nodes at one time, whatever they do, and without a look at their health. */
const atOnce: UpgradeCourse = {
  policy: {
    maxBatchInstancePercent: 100,
    maxUnhealthyInstancePercent: 100,
    maxUnhealthyUpgradedInstancePercent: 100,
    pauseTimeBetweenBatches: 0,
  },
  deferral: false,
};

/**
 * The course of an upgrade; undefined where the policy keeps the pool as it is. Without a policy, and with mode manual, it is the change
 * of the operating system version by hand, which interrupts and requeues running tasks (documented).
 */
export function upgradeCourse(policy: UpgradePolicy | undefined): UpgradeCourse | undefined {
  if (policy === undefined || policy.mode === 'manual') return atOnce;
  const deferral = policy.osRollingUpgradeDeferral;
  if (policy.mode === 'rolling') return { policy: policy.rollingUpgradePolicy, deferral };
  if (!policy.enableAutomaticOSUpgrade) return undefined;
  return {
    policy: policy.useRollingUpgradePolicy ? policy.rollingUpgradePolicy : usualRollingPolicy,
    deferral,
  };
}
