import { describe, expect, it } from 'vitest';

import {
  compare,
  derivedSeeds,
  type CompareRequest,
  type Comparison,
} from '../../src/experiment/index.js';
import type { RunRecord } from '../../src/simulator/index.js';
import { input, scaledPool } from '../support/simulation-input.js';
import { runRecord } from '../report/run-record-fixture.js';

/** Mean waits by formula and seed stand for whole runs. */
type Waits = Readonly<Record<string, readonly (number | null)[]>>;

function recordWith(meanSeconds: number | null): RunRecord {
  const { wait, ...rest } = runRecord();
  return { ...rest, wait: { ...wait, meanSeconds } };
}

function compareWaits(waits: Waits, changes: Partial<CompareRequest> = {}): Promise<Comparison> {
  const names = Object.keys(waits);
  const seeds = derivedSeeds('s', waits[names[0]!]!.length);
  const wanted = new Map<object, RunRecord>();
  return compare({
    formulas: names.map((name) => ({ name, text: '' })),
    seeds,
    makeInput: (formula, seed) => {
      const made = input({ name: 'test', seed, tasks: [], pools: [scaledPool(() => ({}))] });
      wanted.set(made, recordWith(waits[formula.name]![seeds.indexOf(seed)]!));
      return made;
    },
    run: (made) => Promise.resolve(wanted.get(made)!),
    ...changes,
  });
}

describe('seeds of a comparison', () => {
  it('are derived from the first one, which is the seed of simulate', () => {
    expect(derivedSeeds('42', 3)).toEqual(['42', '42/2', '42/3']);
  });
});

/** Student's t at 97.5 % has a closed form for 2 degrees of freedom. */
const quantile = 0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025));

describe('a comparison', () => {
  it('gives mean and 95 % interval over seeds by Student', async () => {
    const { formulas } = await compareWaits({ a: [10, 12, 14] });
    const { mean, low, high, count } = formulas[0]!.figures['mean_wait']!;
    // Standard deviation 2.
    const half = (quantile * 2) / Math.sqrt(3);
    expect(mean).toBe(12);
    expect(count).toBe(3);
    expect(low).toBeCloseTo(12 - half, 10);
    expect(high).toBeCloseTo(12 + half, 10);
  });

  it('takes differences in pairs: worlds that differ much do not hide a small difference', async () => {
    const { formulas } = await compareWaits({ a: [10, 100, 1000], b: [11, 101.5, 1000.5] });
    const { mean, low, high } = formulas[1]!.differences!['mean_wait']!;
    // Differences 1, 1.5, 0.5: standard deviation 0.5.
    const half = (quantile * 0.5) / Math.sqrt(3);
    expect(mean).toBe(1);
    expect(low).toBeCloseTo(1 - half, 10);
    expect(high).toBeCloseTo(1 + half, 10);
    expect(formulas[0]!.differences).toBeUndefined();
  });

  it('gives no interval for one seed', async () => {
    const { formulas } = await compareWaits({ a: [10], b: [12] });
    expect(formulas[1]!.figures['mean_wait']).toEqual({ mean: 12, count: 1 });
    expect(formulas[1]!.differences!['mean_wait']).toEqual({ mean: 2, count: 1 });
  });

  it('leaves out runs that do not have a figure', async () => {
    const { formulas } = await compareWaits({ a: [10, null, 20], b: [null, 5, 26] });
    expect(formulas[0]!.figures['mean_wait']).toMatchObject({ mean: 15, count: 2 });
    expect(formulas[1]!.differences!['mean_wait']).toEqual({ mean: 6, count: 1 });
    const none = await compareWaits({ a: [null], b: [1] });
    expect(none.formulas[0]!.figures['mean_wait']).toBeNull();
    expect(none.formulas[1]!.differences!['mean_wait']).toBeNull();
  });

  it('keeps the first run of each formula for charts', async () => {
    const { formulas } = await compareWaits({ a: [10, 20], b: [30, 40] });
    expect(formulas.map(({ firstRun }) => firstRun!.wait.meanSeconds)).toEqual([10, 30]);
  });

  it('that is interrupted covers the runs that had finished', async () => {
    const waits: Waits = { a: [10, 20, 30], b: [11, 22, 33] };
    let runs = 0;
    const comparison = await compareWaits(waits, {
      run: () => {
        runs++;
        const record = recordWith(runs);
        if (runs < 4) return Promise.resolve(record);
        const end = { reason: 'interrupted', atSeconds: 10, partial: true } as const;
        return Promise.resolve({ ...record, end });
      },
    });
    expect(runs).toBe(4);
    expect(comparison.partial).toBe(true);
    expect(comparison.formulas.map(({ values }) => values.length)).toEqual([2, 1]);
    expect(comparison.formulas[1]!.differences!['mean_wait']).toEqual({ mean: 1, count: 1 });
  });

  it('says how far it is', async () => {
    const seen: number[] = [];
    await compareWaits(
      { a: [1, 2], b: [3, 4] },
      {
        run: (_, { onProgress }) => {
          onProgress!({ atSeconds: 1, tasksSubmitted: 0, tasksFinished: 0, eventsPending: 0 });
          return Promise.resolve(recordWith(1));
        },
        onProgress: ({ runsFinished, runCount }) => seen.push(runsFinished / runCount),
      },
    );
    expect(seen).toEqual([0, 0.25, 0.5, 0.75]);
  });
});
