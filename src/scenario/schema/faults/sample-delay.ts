import { durationField } from '../time-fields.js';
import type { FaultSchema } from './fault-schema.js';
import { lastingFault } from './lasting-fault.js';

export const sampleDelaySchema: FaultSchema<'sampleDelay'> = lastingFault(
  'sampleDelay',
  'Samples that are taken meanwhile can be seen by formulas only later.',
  { delay: durationField().describe('How much later.') },
);
