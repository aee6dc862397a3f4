import { z } from 'zod';

import {
  expectedTimes,
  hasTimes,
  lastsKey,
  poolIdKey,
  shareKey,
  timeKeys,
  timesOf,
} from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';

export const sampleLossSchema: FaultSchema<'sampleLoss'> = z
  .strictObject({
    kind: z.literal('sampleLoss').describe('Samples that are taken meanwhile are lost.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    share: shareKey('the samples'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    share: rest.share ?? 1,
  }));
