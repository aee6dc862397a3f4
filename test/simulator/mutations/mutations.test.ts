import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { eventRules } from '../../../src/simulator/invariants/event-checker.js';
import { stateInvariants } from '../../../src/simulator/invariants/check-invariants.js';
import { managersLeaveLast } from '../../../src/simulator/invariants/shrink-monitor.js';
import { schedulingOrder } from '../../../src/simulator/invariants/order-monitor.js';
import { figuresFollow, littlesLaw, sameAgain } from '../../fuzz/simulator/check-run.js';
import { checkScenario } from '../../fuzz/simulator/check-scenario.js';
import * as scenarios from './mutation-scenarios.js';
import { mutations } from './mutation-table.js';

it('every mutation names a check that exists', () => {
  const checks = [
    ...Object.keys(stateInvariants),
    ...eventRules.map(({ name }) => name),
    schedulingOrder,
    managersLeaveLast,
    figuresFollow,
    littlesLaw,
    sameAgain,
  ];
  for (const { caughtBy } of mutations) expect(checks).toContain(caughtBy);
});

it('every mutation finds its place in the sources once', () => {
  const misplaced = mutations.filter(({ file, find }) => {
    return readFileSync(`src/${file}`, 'utf8').split(find).length !== 2;
  });
  expect(misplaced.map(({ name }) => name)).toEqual([]);
});

it.each(Object.entries(scenarios))(
  'the unchanged simulator breaks nothing in %s',
  async (_, file) => {
    expect(await checkScenario(file)).toBeUndefined();
  },
);

it('every mutation of the simulator is noticed by its check', { timeout: 600_000 }, async () => {
  const { code, output } = await mutateSimulator();
  expect(output).toContain(`${mutations.length} mutations, 0 missed`);
  expect(code).toBe(0);
});

function mutateSimulator(): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/mutate-simulator.mjs'],
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
      },
    );
  });
}
