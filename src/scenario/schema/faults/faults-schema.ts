import { z } from 'zod';

import { oneOfKinds } from '../../../base/document/schema-parts.js';
import type { FaultKind } from '../../../simulator/faults/fault.js';
import { allocationDelaySchema } from './allocation-delay.js';
import { allocationFailureSchema } from './allocation-failure.js';
import type { FaultFile, FaultSchema } from './fault-schema.js';
import { nodeUnknownSchema, nodeUnusableSchema } from './node-faults.js';
import { preemptionSchema } from './preemption.js';
import { quotaChangeSchema } from './quota-change.js';
import { sampleDelaySchema } from './sample-delay.js';
import { sampleLossSchema } from './sample-loss.js';
import { preparationTaskFailureSchema } from './preparation-task-failure.js';
import { slowNodesSchema } from './slow-nodes.js';
import { taskFailureSchema } from './task-failure.js';
import { startTaskFailureSchema } from './start-task-failure.js';

/** Every fault that a scenario may have, by its kind. */
const schemas: { readonly [K in FaultKind]: FaultSchema<K> } = {
  preemption: preemptionSchema,
  nodeUnusable: nodeUnusableSchema,
  nodeUnknown: nodeUnknownSchema,
  startTaskFailure: startTaskFailureSchema,
  preparationTaskFailure: preparationTaskFailureSchema,
  taskFailure: taskFailureSchema,
  slowNodes: slowNodesSchema,
  allocationFailure: allocationFailureSchema,
  allocationDelay: allocationDelaySchema,
  quotaChange: quotaChangeSchema,
  sampleLoss: sampleLossSchema,
  sampleDelay: sampleDelaySchema,
};

export const faultKinds: readonly string[] = Object.keys(schemas);

export const faultsSchema: z.ZodType<readonly FaultFile[]> = z
  .array(oneOfKinds<FaultFile>('kind', schemas as Readonly<Record<string, z.ZodType<FaultFile>>>))
  .max(10_000);
