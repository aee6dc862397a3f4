import { z } from 'zod';

import { nodeKinds } from '../../../simulator/node/node-state.js';
import { allocationErrorCodes } from '../../../simulator/pool/resize-errors.js';
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

export const allocationFailureSchema: FaultSchema<'allocationFailure'> = z
  .strictObject({
    kind: z
      .literal('allocationFailure')
      .describe('Nodes that are asked for meanwhile do not come.'),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
    share: shareKey('the nodes'),
    nodeKind: z.enum(nodeKinds).optional().describe('Only dedicated or only spot nodes.'),
    code: z
      .enum(allocationErrorCodes)
      .optional()
      .describe('Code in resizeErrors; AllocationFailed by default.'),
  })
  .refine(hasTimes, { error: expectedTimes })
  .transform(({ kind, poolId, for: lasts = Infinity, ...rest }) => ({
    kind,
    poolId,
    times: timesOf(rest),
    lasts,
    share: rest.share ?? 1,
    nodeKind: rest.nodeKind,
    code: rest.code ?? 'AllocationFailed',
  }));
