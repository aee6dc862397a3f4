import { z } from 'zod';

import { notModelled } from '../../base/document/schema-parts.js';
import type { UpgradePolicy } from '../../simulator/index.js';
import { usualRollingPolicy } from '../../simulator/upgrade/upgrade-policy.js';
import { durationField } from './time-fields.js';

const percent = (what: string, usual: number): z.ZodType<number | undefined> =>
  z.number().min(0).max(100).optional().describe(`${what}, in percent; ${usual} by default.`);

const rollingUpgradePolicy = z.strictObject({
  maxBatchInstancePercent: percent('Largest share of the nodes that is upgraded at one time', 20),
  maxUnhealthyInstancePercent: percent('Share of unhealthy nodes that ends the upgrade', 20),
  maxUnhealthyUpgradedInstancePercent: percent(
    'Share of unhealthy nodes among the upgraded ones that ends the upgrade',
    20,
  ),
  pauseTimeBetweenBatches: durationField()
    .optional()
    .describe('Time between two batches; PT0S by default.'),
  enableCrossZoneUpgrade: notModelled(),
  prioritizeUnhealthyInstances: notModelled(),
  rollbackFailedInstancesOnPolicyBreach: notModelled(),
});

/** `upgradePolicy` of a pool (service.md section 1.7). */
export const upgradePolicySchema: z.ZodType<UpgradePolicy> = z
  .strictObject({
    mode: z
      .enum(['automatic', 'manual', 'rolling'])
      .describe('How nodes get a new operating system: see osUpgrades.'),
    automaticOSUpgradePolicy: z
      .strictObject({
        enableAutomaticOSUpgrade: z
          .boolean()
          .optional()
          .describe('Whether mode automatic upgrades nodes at all; false by default.'),
        osRollingUpgradeDeferral: z
          .boolean()
          .optional()
          .describe('Nodes with running tasks are upgraded only once they are idle.'),
        useRollingUpgradePolicy: z
          .boolean()
          .optional()
          .describe('Mode automatic goes by rollingUpgradePolicy, not by its defaults.'),
        disableAutomaticRollback: notModelled(),
      })
      .optional()
      .describe('For the modes automatic and rolling.'),
    rollingUpgradePolicy: rollingUpgradePolicy.optional().describe('Batches and their limits.'),
  })
  .transform(({ mode, automaticOSUpgradePolicy: automatic, rollingUpgradePolicy: rolling }) => ({
    mode,
    enableAutomaticOSUpgrade: automatic?.enableAutomaticOSUpgrade ?? false,
    osRollingUpgradeDeferral: automatic?.osRollingUpgradeDeferral ?? false,
    useRollingUpgradePolicy: automatic?.useRollingUpgradePolicy ?? false,
    rollingUpgradePolicy: {
      maxBatchInstancePercent:
        rolling?.maxBatchInstancePercent ?? usualRollingPolicy.maxBatchInstancePercent,
      maxUnhealthyInstancePercent:
        rolling?.maxUnhealthyInstancePercent ?? usualRollingPolicy.maxUnhealthyInstancePercent,
      maxUnhealthyUpgradedInstancePercent:
        rolling?.maxUnhealthyUpgradedInstancePercent ??
        usualRollingPolicy.maxUnhealthyUpgradedInstancePercent,
      pauseTimeBetweenBatches:
        rolling?.pauseTimeBetweenBatches ?? usualRollingPolicy.pauseTimeBetweenBatches,
    },
  }));
