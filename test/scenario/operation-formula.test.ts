import { expect, it } from 'vitest';

import { loadScenario } from '../../src/scenario/index.js';
import { simulate } from '../../src/simulator/index.js';
import { memoryFiles } from '../support/memory-files.js';

/** A pool that scales by a good formula, and an operation half an hour later with another one. */
async function perform(operation: string, formula: string) {
  const text = `until: PT2H
pools:
  - id: pool
    vmSize: any
    enableAutoScale: true
    autoScaleFormula: '$TargetDedicatedNodes = 1;'
jobs: []
operations:
  - at: PT30M
    operation: ${operation}
    poolId: pool
    autoScaleFormula: ${JSON.stringify(formula)}
`;
  const source = { name: 'a.scenario.yaml', text };
  const { value, diagnostics } = await loadScenario(source, memoryFiles({}));
  expect(diagnostics).toEqual([]);
  const input = value!.input();
  const record = simulate(input.value!, { checkInvariants: true });
  return { diagnostics: input.diagnostics, answer: record.operations[0]!, record };
}

it.each(['enableAutoScale', 'evaluateAutoScale'])(
  'a formula with a mistake in %s is a warning before the run and refused in it',
  async (operation) => {
    const { diagnostics, answer, record } = await perform(operation, '$TargetDedicatedNodes = ;');
    expect(diagnostics).toMatchObject([
      { severity: 'warning', source: { name: 'a.scenario.yaml' } },
    ]);
    expect(answer).toMatchObject({
      httpStatus: 400,
      error: { code: 'AutoScalingFormulaSyntaxError' },
    });
    expect(answer.error!.message).toMatch(/Line 1, Col 2\d: /);
    // The pool goes on with the formula that it has.
    expect(record.pools[0]!.nodes.dedicated.allocated).toBe(1);
  },
);

it('a formula that is too long is refused in the same way', async () => {
  const formula = `$TargetDedicatedNodes = 2;${' '.repeat(9000)}`;
  const { answer } = await perform('enableAutoScale', formula);
  expect(answer.error).toMatchObject({ httpStatus: 400, code: 'AutoScalingFormulaTooLong' });
});

it('a formula that is right takes effect', async () => {
  const { answer, record } = await perform('enableAutoScale', '$TargetDedicatedNodes = 2;');
  expect(answer).not.toHaveProperty('error');
  expect(record.pools[0]!.nodes.dedicated.allocated).toBe(2);
});

it('a formula with a mistake in a pool that an operation adds is refused in the same way', async () => {
  const text = `until: PT2H
pools: []
jobs: []
operations:
  - at: PT30M
    operation: addPool
    pool: { id: late, vmSize: any, enableAutoScale: true, autoScaleFormula: $TargetDedicatedNodes = ; }
`;
  const source = { name: 'a.scenario.yaml', text };
  const { value } = await loadScenario(source, memoryFiles({}));
  const input = value!.input();
  expect(input.diagnostics).toMatchObject([{ severity: 'warning', source }]);
  const record = simulate(input.value!, { checkInvariants: true });
  expect(record.operations).toMatchObject([
    { kind: 'addPool', httpStatus: 400, error: { code: 'AutoScalingFormulaSyntaxError' } },
  ]);
  expect(record.pools).toEqual([]);
});
