import { z } from 'zod';

import { nodeKinds } from '../../../simulator/node/node-state.js';
import {
  allocationErrorCodes,
  type ResizeErrorCode,
} from '../../../simulator/pool/resize-errors.js';
import { shareOrAllKey } from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';
import { lastingFault } from './lasting-fault.js';

export const allocationFailureSchema: FaultSchema<'allocationFailure'> = lastingFault(
  'allocationFailure',
  'Nodes that are asked for meanwhile do not come.',
  {
    share: shareOrAllKey('the nodes'),
    nodeKind: z.enum(nodeKinds).optional().describe('Only dedicated or only spot nodes.'),
    code: z
      .enum(allocationErrorCodes)
      .optional()
      .transform((code): ResizeErrorCode => code ?? 'AllocationFailed')
      .describe('Code in resizeErrors; AllocationFailed by default.'),
  },
);
