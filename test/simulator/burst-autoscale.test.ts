import { expect, it } from 'vitest';

import { runLimit } from '../../bench/limit.js';
import { runReferenceV2 } from '../../bench/reference-v2.js';
import { burstInput, burstInputV2 } from '../../bench/burst-input.js';
import { simulate } from '../../src/simulator/index.js';

/** The digits that eleven independent programs agree on for this workload. */
const reference = [
  {
    tasks: 10_000,
    makespanSeconds: 3792.29325,
    nodeSeconds: 3_279_300,
    waitSeconds: 7_374_719.876,
    boots: 1000,
    ticks: 13,
  },
  {
    tasks: 100_000,
    makespanSeconds: 86_505.42725,
    nodeSeconds: 32_689_200,
    waitSeconds: 68_617_112.284,
    boots: 10_000,
    ticks: 289,
  },
  {
    tasks: 1_000_000,
    makespanSeconds: 914_370.72825,
    nodeSeconds: 326_976_900,
    waitSeconds: 680_919_814.855,
    boots: 100_000,
    ticks: 3048,
  },
];

it.each(reference)('gives the reference digits for $tasks tasks', ({ tasks, ...expected }) => {
  const { pools, wait, makespanSeconds, tasks: counts, end } = simulate(burstInput(tasks));
  const { nodes, autoScale } = pools[0]!;
  expect({
    makespanSeconds,
    nodeSeconds: nodes.dedicated.presentSeconds,
    waitSeconds: wait.totalSeconds,
    boots: nodes.dedicated.allocated,
    ticks: autoScale!.evaluations,
  }).toEqual(expected);
  expect(counts.succeeded).toBe(tasks);
  expect(end.reason).toBe('drained');
});

it.each(reference)('the limit loop agrees for $tasks tasks', ({ tasks, ...expected }) => {
  expect(runLimit(tasks)).toEqual({ done: tasks, ...expected });
});

it.each([10_000, 100_000])(
  'v2 agrees with an independent program that reads the same draws, %d tasks',
  (tasks) => {
    const { pools, wait, makespanSeconds, tasks: counts, seed } = simulate(burstInputV2(tasks));
    const { nodes, autoScale } = pools[0]!;
    expect({
      done: counts.succeeded,
      makespanSeconds,
      nodeSeconds: nodes.dedicated.presentSeconds,
      waitSeconds: wait.totalSeconds,
      boots: nodes.dedicated.allocated,
      ticks: autoScale!.evaluations,
    }).toEqual(runReferenceV2(tasks, seed));
  },
);
