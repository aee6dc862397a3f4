import { shareOrAllKey } from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';
import { lastingFault } from './lasting-fault.js';

export const startTaskFailureSchema: FaultSchema<'startTaskFailure'> = lastingFault(
  'startTaskFailure',
  'Start tasks fail meanwhile: a poisoned start task.',
  { share: shareOrAllKey('the runs of start tasks') },
);
