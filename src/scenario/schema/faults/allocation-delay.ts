import { z } from 'zod';

import { secondsField } from '../distribution-schema.js';
import { expectedTimes, hasTimes, lastsKey, poolIdKey, timeKeys, timesOf } from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';

export const allocationDelaySchema: FaultSchema<'allocationDelay'> = z
  .strictObject({
    kind: z
      .literal('allocationDelay')
      .describe('Nodes that are asked for meanwhile come later than usual.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    delay: secondsField().describe('By how many seconds, for each node.'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    delay: rest.delay,
  }));
