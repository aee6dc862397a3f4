import fc from 'fast-check';

import type { TaskSettings } from '../../src/workload/task-settings.js';
import { selectableFailureCodes } from '../../src/workload/task-failure-codes.js';
import { seconds } from './simulation-input.js';

const share = fc.constantFrom(0.2, 0.5, 1);

const some: fc.Arbitrary<TaskSettings> = fc.record(
  {
    maxTaskRetryCount: fc.integer({ min: 0, max: 3 }),
    maxWallClockTime: fc.integer({ min: 0, max: 900 }).map(seconds),
    retentionTime: fc.integer({ min: 0, max: 900 }).map(seconds),
    exitCodes: fc.tuple(fc.record({ code: fc.constantFrom(0, 1, 137), share })),
    failures: fc.tuple(fc.record({ code: fc.constantFrom(...selectableFailureCodes), share })),
  },
  { requiredKeys: [] },
);

/** Settings that few tasks have. */
export const taskSettings: fc.Arbitrary<TaskSettings | undefined> = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 2 },
  { arbitrary: some, weight: 1 },
);
