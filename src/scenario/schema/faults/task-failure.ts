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
import { exitCodeField } from '../task-settings-schema.js';

export const taskFailureSchema: FaultSchema<'taskFailure'> = z
  .strictObject({
    kind: z
      .literal('taskFailure')
      .describe('Attempts of tasks that start meanwhile end with a nonzero exit code.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    share: shareKey('the attempts'),
    exitCode: exitCodeField().default(1).describe('Exit code with which they end; 1 by default.'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    share: rest.share ?? 1,
    exitCode: rest.exitCode | 0,
  }));
