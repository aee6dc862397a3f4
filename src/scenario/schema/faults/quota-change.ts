import { z } from 'zod';

import { accountOf, coreQuotasShape } from '../account-schema.js';
import { expectedTimes, hasTimes, timeKeys, timesOf } from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';

export const quotaChangeSchema: FaultSchema<'quotaChange'> = z
  .strictObject({
    kind: z.literal('quotaChange').describe('The account has other quotas from then on.'),
    ...timeKeys(),
    ...coreQuotasShape,
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, at, every, from, until, ...quota }) => ({
    kind,
    times: timesOf({ at, every, from, until }),
    quota: accountOf(quota),
  }));
