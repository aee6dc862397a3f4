import { z } from 'zod';

import { durationField } from '../time-fields.js';
import { expectedTimes, hasTimes, lastsKey, poolIdKey, timeKeys, timesOf } from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';

export const sampleDelaySchema: FaultSchema<'sampleDelay'> = z
  .strictObject({
    kind: z
      .literal('sampleDelay')
      .describe('Samples that are taken meanwhile can be seen by formulas only later.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    delay: durationField().describe('How much later.'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    delay: rest.delay,
  }));
