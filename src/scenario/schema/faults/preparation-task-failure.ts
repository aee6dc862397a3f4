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

export const preparationTaskFailureSchema: FaultSchema<'preparationTaskFailure'> = z
  .strictObject({
    kind: z.literal('preparationTaskFailure').describe('Job preparation tasks fail meanwhile.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    share: shareKey('the runs of preparation tasks'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    share: rest.share ?? 1,
  }));
