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

export const startTaskFailureSchema: FaultSchema<'startTaskFailure'> = z
  .strictObject({
    kind: z
      .literal('startTaskFailure')
      .describe('Start tasks fail meanwhile: a poisoned start task.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    share: shareKey('the runs of start tasks'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    share: rest.share ?? 1,
  }));
