import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CaseOutcome } from '../../src/formula-test/test-report.js';
import { readSeries } from '../../src/metrics/series-notation.js';
import { writeSeries } from '../../src/metrics/write-series.js';
import { outcomes, runText } from './run-text.js';

const formula = `formula: |
  demand = max(0, $PendingTasks.GetSample(2));
  idle = $CurrentDedicatedNodes - $RunningTasks.GetSamplePercent(TimeInterval_Minute);
  $TargetDedicatedNodes = min(30, demand * 2);
  $NodeDeallocationOption = taskcompletion;
`;

type Failed = Extract<CaseOutcome, { kind: 'failed' }>;

async function failure(text: string, seed?: string): Promise<Failed> {
  const report = await runText(text, { seed });
  const { outcome } = report.cases[0]!;
  if (outcome.kind !== 'failed') throw new Error('expected a failure');
  return outcome;
}

describe('forAll', () => {
  it('holds where no history within the ranges breaks it', async () => {
    const text = `${formula}cases:
  - name: bounded
    forAll: { series: { $PendingTasks: 0..500 }, pool: { currentDedicatedNodes: 0..20 } }
    expect: { $TargetDedicatedNodes: 0..30 }
`;
    expect(outcomes(await runText(text))).toEqual({ bounded: 'passed' });
  });

  it('shrinks what breaks it to the smallest history', async () => {
    const outcome = await failure(`${formula}cases:
  - name: bounded
    forAll: { series: { $PendingTasks: { values: 0..500, samples: 1..40, missing: 0..50% } } }
    expect: { $TargetDedicatedNodes: 0..25 }
`);
    expect(outcome.counterexample?.yaml).toBe(`  - name: bounded (counterexample)
    series:
      $PendingTasks: "13"
    expect:
      $TargetDedicatedNodes: 0..25
`);
  });

  it.each([
    [
      'a target',
      'expect: { $TargetDedicatedNodes: 0..25, $NodeDeallocationOption: taskcompletion }',
    ],
    ['a comparison', "expect: { $TargetDedicatedNodes: '< 26' }"],
    ['a variable', 'variables: { demand: 0..12.5, idle: "!= 3" }'],
    ['the absence of an error', 'expect: {}', 'mistake'],
    ['an error', 'error: InsufficientSampleData'],
    ['a moment', 'at: PT1M\n    expect: { $TargetDedicatedNodes: 0..25 }'],
    ['an instant', 'at: 2026-03-02T08:00:00Z\n    expect: { $TargetDedicatedNodes: 0..25 }'],
    ['a tolerance', 'tolerance: 0.25\n    expect: { $TargetDedicatedNodes: 0..24 }'],
  ])(
    'its counterexample, pasted into the file, fails in the same way: %s',
    async (_, expected, name?: string) => {
      const text = `${name === undefined ? formula : formula.replace('min(30', `demand > 12 ? ${name} : min(30`)}pool: { taskSlotsPerNode: 4 }
cases:
  - name: property
    pool: { targetDedicatedNodes: 2 }
    series: { $RunningTasks: 1 _ 2 }
    forAll:
      series: { $PendingTasks: { values: -20.0..500.0, samples: 0..20, missing: 0..50% } }
      pool: { currentDedicatedNodes: 0..20 }
    ${expected}
`;
      const found = await failure(text);
      const pasted = await runText(text + found.counterexample!.yaml);
      const again = pasted.cases[1]!.outcome as Failed;
      expect(pasted.cases[1]!.name).toBe('property (counterexample)');
      const facts = ({ failures }: Failed): unknown =>
        failures.map(({ subject, expected: wanted, found: got, statements }) => [
          subject,
          wanted,
          got,
          statements,
        ]);
      expect(facts(again)).toEqual(facts(found));
    },
  );

  it('draws by the seed: the same histories for the same one', async () => {
    const text = `${formula}cases:
  - name: bounded
    forAll: { series: { $PendingTasks: { values: 0..500, samples: 3 } } }
    expect: { $TargetDedicatedNodes: 0..25 }
`;
    const facts = async (seed: string): Promise<unknown> => {
      const { runs, shrinks } = (await failure(text, seed)).counterexample!;
      return [runs, shrinks];
    };
    const seeds = ['1', '2', '3', '4', '5', '6'];
    const first = await Promise.all(seeds.map(facts));
    expect(await Promise.all(seeds.map(facts))).toEqual(first);
    expect(new Set(first.map(String)).size).toBeGreaterThan(1);
  });

  it('stays within its ranges', async () => {
    const text = `formula: |
  all = $PendingTasks.GetSample(100); got = $PendingTasks.Count();
  low = got > 0 ? min(all) : 2; high = got > 0 ? max(all) : 2; slots = $TaskSlotsPerNode;
  whole = got > 0 ? sum(all) - floor(sum(all)) : 0;
cases:
  - name: whole numbers
    forAll:
      series: { $PendingTasks: { values: 2..9, samples: 10..20, missing: 50..60% } }
      pool: { taskSlotsPerNode: 1..3 }
    runs: 500
    variables: { low: 2..9, high: 2..9, got: 4..10, slots: 1..3, whole: 0 }
`;
    expect(outcomes(await runText(text))).toEqual({ 'whole numbers': 'passed' });
  });
});

it('a series that is written reads as the same samples', () => {
  const sample = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 2, 3) },
    { weight: 2, arbitrary: fc.constant(NaN) },
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(fc.array(sample), (values) => {
      const text = writeSeries(values);
      const read = readSeries(text, { name: 'series', text }).value!;
      expect([...read]).toEqual(values.map((value) => value + 0));
    }),
  );
  expect(writeSeries([0, 0, 0, NaN, NaN, 5])).toBe('0x2 _x2 5');
  expect(writeSeries([9, 0, 10, 20, 30, 20, 10, 7])).toBe('9 0+10x3 20 10 7');
});
