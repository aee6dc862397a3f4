import { secondsField } from '../distribution-schema.js';
import type { FaultSchema } from './fault-schema.js';
import { lastingFault } from './lasting-fault.js';

export const allocationDelaySchema: FaultSchema<'allocationDelay'> = lastingFault(
  'allocationDelay',
  'Nodes that are asked for meanwhile come later than usual.',
  { delay: secondsField().describe('By how many seconds, for each node.') },
);
