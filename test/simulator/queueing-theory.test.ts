import { describe, expect, it } from 'vitest';

import { studentQuantile } from '../../src/base/math/special-functions.js';
import { createSampler, type Distribution } from '../../src/base/random/distribution.js';
import { createRandomStream } from '../../src/base/random/random-stream.js';
import { simulate } from '../../src/simulator/index.js';
import type { TaskArrival, TaskSource } from '../../src/workload/task-stream.js';
import { input, pool } from '../support/simulation-input.js';

/** Poisson arrivals with independent run times, in seconds; task i is the same however many follow. */
function poisson(seed: string, count: number, gap: number, runTime: Distribution): TaskSource {
  const gaps = createRandomStream(seed, 'test/gap');
  const runs = createRandomStream(seed, 'test/run');
  const drawGap = createSampler({ exponential: { mean: gap } });
  const drawRun = createSampler(runTime);
  return {
    open() {
      const arrival = {
        index: -1,
        job: 0,
        submitTime: 0,
        runTime: 0,
        requiredSlots: 1,
        exitCode: 0,
      };
      let clock = 0;
      return {
        next(): TaskArrival | undefined {
          if (++arrival.index === count) return undefined;
          clock += drawGap(gaps.uniform(arrival.index));
          arrival.submitTime = Math.round(clock * 4000);
          arrival.runTime = Math.round(drawRun(runs.uniform(arrival.index)) * 4000);
          return arrival;
        },
        taskId: String,
      };
    },
  };
}

interface Station {
  readonly name: string;
  readonly servers: number;
  readonly load: number;
  readonly runTime: Distribution;
  /** Mean wait in seconds, by theory, for a mean run time of 300 s. */
  readonly theory: number;
  /** Tasks of one replication. */
  readonly tasks: number;
}

const mean = 300;

/** Probability that an arrival waits in M/M/c (Erlang C), by the recursion of Erlang B. */
function erlangC(servers: number, load: number): number {
  const offered = servers * load;
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (offered * blocked) / (c + offered * blocked);
  return blocked / (1 - load * (1 - blocked));
}

const exponential: Distribution = { exponential: { mean } };
const markov = (servers: number, load: number, tasks: number): Station => ({
  name: `M/M/${servers} at load ${load}`,
  servers,
  load,
  runTime: exponential,
  theory: (erlangC(servers, load) * mean) / (servers * (1 - load)),
  tasks,
});
const sigma = 0.5;
const lognormalSecondMoment = mean * mean * Math.exp(sigma * sigma);

const stations: readonly Station[] = [
  markov(1, 0.5, 100_000),
  markov(1, 0.7, 250_000),
  markov(4, 0.7, 200_000),
  markov(16, 0.8, 250_000),
  {
    name: 'M/D/1 at load 0.7',
    servers: 1,
    load: 0.7,
    runTime: { constant: mean },
    theory: (0.7 * mean) / (2 * 0.3),
    tasks: 100_000,
  },
  {
    name: 'M/G/1, lognormal, at load 0.6',
    servers: 1,
    load: 0.6,
    runTime: { lognormal: { median: mean / Math.exp((sigma * sigma) / 2), sigma } },
    // Pollaczek and Khinchine: lambda E[S^2] / (2 (1 - load))
    theory: ((0.6 / mean) * lognormalSecondMoment) / (2 * 0.4),
    tasks: 100_000,
  },
];

/** POOLSCALE_LONG=1 asks for intervals of 1 %; the ordinary run is content with wider ones, in a fraction of the time. */
const long = process.env['POOLSCALE_LONG'] === '1';
const widest = long ? 0.01 : 0.06;
const lengthening = long ? 16 : 0.4;
const replications = 20;
const warmUp = 2000;

function totalWait(station: Station, seed: string, tasks: number): number {
  const gap = mean / (station.load * station.servers);
  return simulate(
    input({
      seed,
      pools: [pool({ targetDedicatedNodes: station.servers })],
      tasks: poisson(seed, tasks, gap, station.runTime),
    }),
  ).wait.totalSeconds;
}

/** In a first-come-first-served queue later arrivals change nothing, so the warm-up is the run that ends with it. */
function meanWait(station: Station, seed: string): number {
  const tasks = Math.round(station.tasks * lengthening);
  const all = totalWait(station, seed, warmUp + tasks);
  return (all - totalWait(station, seed, warmUp)) / tasks;
}

describe('mean waits agree with queueing theory', () => {
  it.each(stations)('$name', { timeout: 600_000 }, (station) => {
    const means = Array.from({ length: replications }, (_, i) => meanWait(station, `theory-${i}`));
    const average = means.reduce((a, b) => a + b) / replications;
    const variance = means.reduce((sum, x) => sum + (x - average) ** 2, 0) / (replications - 1);
    // 95 % over all stations together (Bonferroni).
    const quantile = studentQuantile(1 - 0.05 / (2 * stations.length), replications - 1);
    const halfWidth = quantile * Math.sqrt(variance / replications);
    console.log(
      `${station.name}: ${average.toFixed(2)} s, theory ${station.theory.toFixed(2)} s, half-width ${((100 * halfWidth) / station.theory).toFixed(2)} %`,
    );
    expect(halfWidth / station.theory).toBeLessThanOrEqual(widest);
    expect(Math.abs(average - station.theory)).toBeLessThanOrEqual(halfWidth);
  });
});
