import { z } from 'zod';

import {
  expectedNodes,
  expectedTimesOrRate,
  hasNodes,
  hasTimes,
  nodeKeys,
  poolIdKey,
  rateKey,
  struckOf,
  timeKeys,
  timesOf,
} from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';

export const preemptionSchema: FaultSchema<'preemption'> = z
  .strictObject({
    kind: z.literal('preemption').describe('Spot nodes are reclaimed: a storm, a trace or a rate.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    ratePerNodeHour: rateKey(),
    ...nodeKeys(),
  })
  .refine(hasTimes, { error: expectedTimesOrRate })
  .refine(hasNodes, { error: expectedNodes })
  .transform(({ kind, poolId, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    nodes: struckOf(rest),
  }));
