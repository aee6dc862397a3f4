import { describe, expect, it } from 'vitest';

import {
  generatedSource,
  type ArrivalProcess,
  type GeneratorSettings,
  type TaskArrival,
} from '../../../src/workload/index.js';

const settings: GeneratorSettings = {
  arrivals: { kind: 'constant', interval: 10 },
  runTime: { constant: 60 },
  requiredSlots: 1,
  failureShare: 0,
  first: 0,
  count: 5,
};

function generate(changes: Partial<GeneratorSettings>, seed = '1', name = 'g'): TaskArrival[] {
  const stream = generatedSource({ ...settings, ...changes }, seed, name, 0).open();
  const tasks: TaskArrival[] = [];
  for (let task = stream.next(); task !== undefined; task = stream.next()) tasks.push({ ...task });
  return tasks;
}

const submits = (tasks: readonly TaskArrival[]): number[] =>
  tasks.map(({ submitTime }) => submitTime / 4000);
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe('generated tasks', () => {
  it('constant arrivals begin at once and keep their distance', () => {
    expect(submits(generate({}))).toEqual([0, 10, 20, 30, 40]);
    expect(submits(generate({ first: 4000 * 7, count: 2 }))).toEqual([7, 17]);
  });

  it('end with the count or before the time, whichever comes first', () => {
    expect(submits(generate({ until: 4000 * 20 }))).toEqual([0, 10]);
    expect(submits(generate({ until: 4000 * 2000 }))).toHaveLength(5);
    const bounded = { ...settings, until: 1 };
    expect(generatedSource(bounded, '1', 'g', 0).taskCount).toBeUndefined();
    expect(generatedSource(settings, '1', 'g', 0).taskCount).toBe(5);
  });

  it('bursts pause after each so many tasks', () => {
    const arrivals: ArrivalProcess = {
      kind: 'bursts',
      size: 2,
      pause: 3600,
      within: { kind: 'constant', interval: 1 },
    };
    expect(submits(generate({ arrivals }))).toEqual([0, 1, 3602, 3603, 7204]);
  });

  it('uniform distances lie in their range and have its mean', () => {
    const arrivals: ArrivalProcess = { kind: 'uniform', low: 2, high: 6 };
    const times = submits(generate({ arrivals, count: 20_000 }));
    const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6);
    expect(mean(gaps)).toBeCloseTo(4, 1);
  });

  it('a Poisson process has exponential distances: their mean and standard deviation agree', () => {
    const arrivals: ArrivalProcess = { kind: 'poisson', meanInterval: 20 };
    const times = submits(generate({ arrivals, count: 40_000 }));
    const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
    const average = mean(gaps);
    const deviation = Math.sqrt(mean(gaps.map((gap) => (gap - average) * (gap - average))));
    expect(average / 20).toBeCloseTo(1, 1);
    expect(deviation / 20).toBeCloseTo(1, 1);
  });

  it('the same seed gives the same tasks, another seed or name gives others', () => {
    const random = { arrivals: { kind: 'poisson', meanInterval: 5 } } as const;
    expect(generate(random)).toEqual(generate(random));
    expect(submits(generate(random))).not.toEqual(submits(generate(random, '2')));
    expect(submits(generate(random))).not.toEqual(submits(generate(random, '1', 'other')));
  });

  it('run times do not depend on the arrivals', () => {
    const runTime = { exponential: { mean: 100 } };
    const times = (interval: number): number[] =>
      generate({ runTime, arrivals: { kind: 'poisson', meanInterval: interval } }).map(
        (task) => task.runTime,
      );
    expect(times(1)).toEqual(times(50));
  });

  it('a share of them fails', () => {
    const failed = (failureShare: number): number =>
      generate({ failureShare, count: 10_000 }).filter(({ exitCode }) => exitCode === 1).length;
    expect(failed(0)).toBe(0);
    expect(failed(1)).toBe(10_000);
    expect(failed(0.25) / 10_000).toBeCloseTo(0.25, 1);
  });

  it('negative run times count as none', () => {
    expect(generate({ runTime: { constant: -5 } }).map(({ runTime }) => runTime)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });
});
