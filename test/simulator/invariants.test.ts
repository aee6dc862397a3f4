import fc from 'fast-check';
import { expect, it } from 'vitest';

import { simulate } from '../../src/simulator/index.js';
import { parseLog, recompute } from '../support/recompute.js';
import { randomScenario } from '../support/random-scenario.js';

const long = process.env['POOLSCALE_LONG'] === '1';
const scenarios = long ? 20_000 : 1000;

it(
  `every invariant holds after every event of ${scenarios} random scenarios`,
  { timeout: 3_600_000 },
  () => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        simulate(scenario, { checkInvariants: true });
      }),
      { numRuns: scenarios },
    );
  },
);

it('the figures of random scenarios follow from their event logs', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      let text = '';
      const record = simulate(scenario, { writeLog: (more) => (text += more) });
      const found = recompute(parseLog(text), record.end.atSeconds * 1000, 1000);
      const { tasks, wait } = record;
      expect({
        submitted: tasks.submitted,
        succeeded: tasks.succeeded,
        failed: tasks.failed,
        terminated: tasks.terminated,
        attempts: tasks.attempts,
        retries: tasks.retries,
        waits: wait.tasks,
      }).toEqual({
        submitted: found.submitted,
        succeeded: found.succeeded,
        failed: found.failed,
        terminated: found.terminated,
        attempts: found.attempts,
        retries: found.retries,
        waits: found.waits.length,
      });
      for (const kind of ['dedicated', 'spot'] as const) {
        const sum = (figure: 'presentSeconds' | 'billedSeconds' | 'slotSeconds') =>
          record.pools.reduce((total, { nodes }) => total + nodes[kind][figure], 0);
        const present = Object.values(found.nodeTime[kind]).reduce((a, b) => a + b, 0) / 1000;
        expect(sum('presentSeconds')).toBeCloseTo(present, 6);
        expect(sum('slotSeconds')).toBeCloseTo(found.slotTime[kind] / 1000, 6);
      }
    }),
    { numRuns: long ? 2000 : 200 },
  );
});
