import { describe, expect, it } from 'vitest';

import { compare, derivedSeeds, figures, runSimulation } from '../../src/experiment/index.js';
import { compareJson, simulateJson } from '../../src/report/index.js';
import { simulate, type SimulationInput } from '../../src/simulator/index.js';
import { input, latest, scaledPool } from '../support/simulation-input.js';
import { runRecord } from './run-record-fixture.js';

const tasks = Array.from({ length: 60 }, (_, i) => ({ at: 20 * i, runs: 100 }));

function world(seed: string, most: number): SimulationInput {
  return input({
    tasks,
    seed,
    parameters: { 'node.creating_to_idle_s': { uniform: [30, 300] } },
    pools: [scaledPool((view) => ({ dedicated: Math.min(most, latest(view, '$PendingTasks')) }))],
  });
}

describe('the JSON of a run', () => {
  it('has the record, the figures in the order of their table, and the assertions', () => {
    const answer = JSON.parse(simulateJson(runRecord())) as Record<string, object>;
    expect(Object.keys(answer)).toEqual(['version', 'record', 'figures', 'assertions']);
    expect(Object.keys(answer['figures']!)).toEqual(figures.map(({ id }) => id));
    expect(answer['record']).toEqual(runRecord());
  });

  it('has the same bytes for the same seed, and others for another', () => {
    const text = (seed: string): string => simulateJson(simulate(world(seed, 5)));
    expect(text('1')).toBe(text('1'));
    expect(text('1')).not.toBe(text('2'));
  });
});

describe('the JSON of a comparison', () => {
  const json = async (): Promise<string> => {
    const formulas = [
      { name: 'few', text: '3' },
      { name: 'many', text: '9' },
    ];
    const comparison = await compare({
      formulas,
      seeds: derivedSeeds('1', 3),
      makeInput: (formula, seed) => world(seed, Number(formula.text)),
      run: runSimulation,
    });
    return compareJson(comparison);
  };

  it('has the figures of every run, means and differences, and the same bytes each time', async () => {
    const text = await json();
    expect(await json()).toBe(text);
    const answer = JSON.parse(text) as {
      formulas: {
        name: string;
        runs: { seed: string; figures: Record<string, number> }[];
        figures: Record<string, { mean: number }>;
        differences?: Record<string, { mean: number; low: number; high: number }>;
      }[];
    };
    const [few, many] = answer.formulas;
    expect(few!.runs.map(({ seed }) => seed)).toEqual(['1', '1/2', '1/3']);
    expect(few!.differences).toBeUndefined();
    const waits = (runs: typeof few): number[] =>
      runs!.runs.map((run) => run.figures['mean_wait']!);
    const pairs = waits(many).map((wait, i) => wait - waits(few)[i]!);
    expect(many!.differences!['mean_wait']!.mean).toBeCloseTo(
      (pairs[0]! + pairs[1]! + pairs[2]!) / 3,
      9,
    );
    expect(many!.differences!['mean_wait']!.mean).toBeLessThan(0);
  });
});
