import fc from 'fast-check';

import type { Fault, FaultRate, FaultTimes, StruckNodes } from '../../src/simulator/index.js';
import { seconds } from './simulation-input.js';

const time = fc.integer({ min: 0, max: 9000 }).map(seconds);

const times: fc.Arbitrary<FaultTimes> = fc.oneof(
  fc
    .array(time, { minLength: 1, maxLength: 3 })
    .map((list) => ({ kind: 'at' as const, at: list.toSorted((a, b) => a - b) })),
  fc.record({
    kind: fc.constant('every' as const),
    every: fc.integer({ min: 300, max: 3000 }).map(seconds),
    from: time,
    until: fc.constantFrom(seconds(9000), Infinity),
  }),
);

const rate: fc.Arbitrary<FaultRate> = fc.record({
  kind: fc.constant('rate' as const),
  perNodeHour: fc.constantFrom(0.5, 5),
});

const nodes: fc.Arbitrary<StruckNodes> = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), share: fc.constantFrom(0.3, 1) }),
  fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('chosen' as const), nodes: fc.constant({ numbers: [1, 3] }) }),
);

const pool = fc.constantFrom(0, 1);
const lasting = {
  pool,
  times,
  lasts: fc.constantFrom(seconds(100), seconds(2000), Infinity),
};
const share = fc.constantFrom(0.5, 1);

/** Everything that can go wrong around the service, for two pools. */
export const randomFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constant('preemption' as const),
    pool,
    times: fc.oneof(times, rate),
    nodes,
  }),
  fc.record({
    kind: fc.constantFrom('nodeUnusable' as const, 'nodeUnknown' as const),
    pool,
    times: fc.oneof(times, rate),
    nodes,
    recovery: fc.constantFrom('never' as const, 'usual' as const, { constant: 0 }, {
      uniform: [10, 900],
    } as const),
  }),
  fc.record({ kind: fc.constant('startTaskFailure' as const), ...lasting, share }),
  fc.record({
    kind: fc.constant('allocationFailure' as const),
    ...lasting,
    share,
    nodeKind: fc.constantFrom(undefined, 'dedicated' as const, 'spot' as const),
    code: fc.constantFrom('AllocationFailed' as const, 'Unknown' as const),
  }),
  fc.record({
    kind: fc.constant('allocationDelay' as const),
    ...lasting,
    delay: fc.constantFrom({ constant: 100 }, { uniform: [0, 1000] } as const),
  }),
  fc.record({
    kind: fc.constant('quotaChange' as const),
    times,
    quota: fc.record({
      dedicatedCoreQuota: fc.integer({ min: 0, max: 20 }),
      lowPriorityCoreQuota: fc.integer({ min: 0, max: 20 }),
    }),
  }),
  fc.record({ kind: fc.constant('sampleLoss' as const), ...lasting, share }),
  fc.record({
    kind: fc.constant('sampleDelay' as const),
    ...lasting,
    delay: fc.constantFrom(seconds(60), seconds(600)),
  }),
);
