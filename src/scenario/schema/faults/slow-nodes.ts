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

export const slowNodesSchema: FaultSchema<'slowNodes'> = z
  .strictObject({
    kind: z
      .literal('slowNodes')
      .describe('Attempts that start meanwhile on some of the nodes run longer.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    share: shareKey('the nodes, drawn'),
    factor: z
      .number()
      .min(1)
      .max(1000)
      .describe('How many times as long the command of a task runs there.'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    share: rest.share ?? 1,
    factor: rest.factor,
  }));
