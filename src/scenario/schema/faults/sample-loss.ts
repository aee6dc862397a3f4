import { shareOrAllKey } from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';
import { lastingFault } from './lasting-fault.js';

export const sampleLossSchema: FaultSchema<'sampleLoss'> = lastingFault(
  'sampleLoss',
  'Samples that are taken meanwhile are lost.',
  { share: shareOrAllKey('the samples') },
);
