import { z } from 'zod';

import { notModelled, readOnly } from '../../base/document/schema-parts.js';
import type { UpgradePolicy } from '../../simulator/index.js';
import type { StartTask } from '../../simulator/input/pool-input.js';
import type { Quanta } from '../../base/time/quanta.js';
import { cloudServiceConfiguration, type CloudServiceFile } from './cloud-service-schema.js';
import { formulaField, type FormulaReference } from './formula-field.js';
import { nodeSetupShape, type NodeSetupFile } from './node-setup-schema.js';
import { durationField } from './time-fields.js';
import { startTaskField } from './start-task-schema.js';
import { upgradePolicySchema } from './upgrade-policy-schema.js';

/** A pool as a scenario writes it, with the names of the REST interface. */
export interface PoolFile extends NodeSetupFile {
  readonly id: string;
  readonly vmSize: string;
  readonly cores?: number | undefined;
  readonly vmFamily?: string | undefined;
  readonly diskBytes?: number | undefined;
  readonly taskSlotsPerNode?: number | undefined;
  readonly enableInterNodeCommunication?: boolean | undefined;
  readonly taskSchedulingPolicy?:
    | {
        readonly nodeFillType?: 'spread' | 'pack' | undefined;
        readonly jobDefaultOrder?: 'none' | 'creationtime' | undefined;
      }
    | undefined;
  readonly targetDedicatedNodes?: number | undefined;
  readonly targetLowPriorityNodes?: number | undefined;
  readonly resizeTimeout?: Quanta | undefined;
  readonly enableAutoScale?: boolean | undefined;
  readonly autoScaleFormula?: FormulaReference | undefined;
  readonly autoScaleEvaluationInterval?: Quanta | undefined;
  readonly upgradePolicy?: UpgradePolicy | undefined;
  readonly cloudServiceConfiguration?: CloudServiceFile | undefined;
  readonly startTask?: StartTask | undefined;
}

const expectedId = 'an id of 1 to 64 letters, digits, _ and -';

/** Ids of pools, jobs and tasks (service.md section 7). */
export function idField(): z.ZodString {
  return z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: expectedId });
}

/** displayName of pools, jobs and tasks: at most 1,024 characters (service.md section 7). */
export function displayNameField(): z.ZodString {
  return z.string().max(1024);
}

const nodeCount = (): z.ZodNumber => z.number().int().min(0).max(1_000_000);

/** Settings of a pool that the service has and the simulator does not (service.md section 1.1). */
const otherSettings = {
  applicationLicenses: notModelled(),
  certificates: notModelled(),
  deploymentConfiguration: notModelled(),
  identity: notModelled(),
  interNodeCommunication: notModelled('disabled'),
  networkConfiguration: notModelled(),
  resourceTags: notModelled(),
  scaleSettings: notModelled(),
  targetNodeCommunicationMode: notModelled('default'),
  userAccounts: notModelled(),
};

const state = {
  allocationState: readOnly(),
  allocationStateTransitionTime: readOnly(),
  autoScaleRun: readOnly(),
  creationTime: readOnly(),
  currentDedicatedNodes: readOnly(),
  currentLowPriorityNodes: readOnly(),
  currentNodeCommunicationMode: readOnly(),
  eTag: readOnly(),
  lastModified: readOnly(),
  resizeErrors: readOnly(),
  state: readOnly(),
  stateTransitionTime: readOnly(),
  stats: readOnly(),
  url: readOnly(),
};

const poolKeys = {
  vmSize: z.string().min(1).describe('Size of every node; prices are looked up by it.'),
  cores: z
    .number()
    .int()
    .min(1)
    .max(1024)
    .optional()
    .describe(
      'Cores of a node, which the quotas of the account count; without it, no quota applies.',
    ),
  vmFamily: z.string().min(1).optional().describe('Family of the vmSize, for its quota.'),
  diskBytes: z
    .number()
    .min(0)
    .max(1e15)
    .optional()
    .describe(
      'Disk of a node for packages, images and files of tasks; not limited by default. Not of the REST interface.',
    ),
  taskSlotsPerNode: z
    .number()
    .int()
    .min(1)
    .max(256)
    .optional()
    .describe('Task slots of a node; 1 by default. The service allows up to 4 a core and 256.'),
  taskSchedulingPolicy: z
    .strictObject({
      nodeFillType: z
        .enum(['spread', 'pack'])
        .optional()
        .describe('Whether tasks go to the emptiest (spread, the default) or the fullest node.'),
      jobDefaultOrder: z
        .enum(['none', 'creationtime'])
        .optional()
        .describe('Order among jobs of equal priority; none by default.'),
    })
    .optional()
    .describe('How tasks are placed on nodes.'),
  targetDedicatedNodes: nodeCount().optional().describe('Wanted number of dedicated nodes.'),
  targetLowPriorityNodes: nodeCount()
    .optional()
    .describe('Wanted number of spot (low-priority) nodes.'),
  resizeTimeout: durationField()
    .optional()
    .describe('Time after which a resize is given up; PT15M by default, at least PT5M.'),
  enableAutoScale: z
    .boolean()
    .optional()
    .describe('Whether a formula sets the targets; false by default.'),
  autoScaleFormula: formulaField()
    .optional()
    .describe('The autoscale formula: its text, or the file that holds it.'),
  autoScaleEvaluationInterval: durationField()
    .optional()
    .describe('Time between two evaluations; PT15M by default, PT5M to PT168H.'),
  startTask: startTaskField().optional().describe('What every node runs before its first task.'),
  ...nodeSetupShape,
  enableInterNodeCommunication: z
    .boolean()
    .optional()
    .describe(
      'Whether nodes may talk to one another, as multi-instance tasks need; false by default.',
    ),
  upgradePolicy: upgradePolicySchema.optional().describe('How nodes get a new operating system.'),
  cloudServiceConfiguration: cloudServiceConfiguration
    .optional()
    .describe('Windows of a retired kind of pools; tells where the directories of a node are.'),
  displayName: displayNameField().optional().describe('For the reader.'),
  metadata: z.unknown().optional().describe('For the reader.'),
  ...otherSettings,
  ...state,
};

export const poolSchema: z.ZodType<PoolFile> = z.strictObject({
  id: idField().describe('Id of the pool; jobs refer to it.'),
  ...poolKeys,
});

/** A pool without an id: the service makes one. */
export const poolSpecificationSchema: z.ZodType<Omit<PoolFile, 'id'>> = z
  .strictObject(poolKeys)
  .meta({ id: 'PoolSpecification' });
