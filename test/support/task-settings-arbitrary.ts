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
    resourceFiles: fc.tuple(fc.record({ bytes: fc.constantFrom(1e9, 4e10) })),
    outputFiles: fc.tuple(
      fc.record({
        bytes: fc.constant(2e9),
        uploadCondition: fc.constantFrom('tasksuccess', 'taskfailure', 'taskcompletion'),
      }),
    ),
    applicationPackages: fc.tuple(
      fc.record({ id: fc.constantFrom('a/1', 'b/1'), bytes: fc.constant(5e9) }),
    ),
    container: fc.record({ imageName: fc.constantFrom('x', 'y'), imageBytes: fc.constant(7e9) }),
    affinity: fc.record({ nodeNumber: fc.integer({ min: 1, max: 6 }) }),
    failures: fc.tuple(fc.record({ code: fc.constantFrom(...selectableFailureCodes), share })),
  },
  { requiredKeys: [] },
);

/** Settings that few tasks have. */
export const taskSettings: fc.Arbitrary<TaskSettings | undefined> = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 2 },
  { arbitrary: some, weight: 1 },
);
