import type { Distribution } from '../../../src/base/random/distribution.js';

/** A queue with Poisson arrivals whose mean wait is known. */
export interface Station {
  readonly name: string;
  readonly servers: number;
  readonly load: number;
  readonly runTime: Distribution;
  /** E[S^2] in seconds squared. */
  readonly secondMoment: number;
  /** Mean wait in seconds, by theory. */
  readonly theory: number;
  /** Tasks of one replication, as many as make the interval narrow enough. */
  readonly tasks: number;
}

/** Mean run time in seconds. */
export const meanRunTime = 300;

/** Mean seconds between two arrivals. */
export function meanGap({ load, servers }: Station): number {
  return meanRunTime / (load * servers);
}

/** Probability that an arrival waits in M/M/c (Erlang C), by the recursion of Erlang B. */
function erlangC(servers: number, load: number): number {
  const offered = servers * load;
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (offered * blocked) / (c + offered * blocked);
  return blocked / (1 - load * (1 - blocked));
}

function markov(servers: number, load: number, tasks: number): Station {
  return {
    name: `M/M/${servers}`,
    servers,
    load,
    runTime: { exponential: { mean: meanRunTime } },
    secondMoment: 2 * meanRunTime * meanRunTime,
    theory: (erlangC(servers, load) * meanRunTime) / (servers * (1 - load)),
    tasks,
  };
}

/** Pollaczek and Khinchine: lambda E[S^2] / (2 (1 - load)). */
function general(
  name: string,
  load: number,
  runTime: Distribution,
  secondMoment: number,
  tasks: number,
): Station {
  const theory = ((load / meanRunTime) * secondMoment) / (2 * (1 - load));
  return { name, servers: 1, load, runTime, secondMoment, theory, tasks };
}

const square = meanRunTime * meanRunTime;

function lognormal(sigma: number, load: number, tasks: number): Station {
  const median = meanRunTime / Math.exp((sigma * sigma) / 2);
  const moment = square * Math.exp(sigma * sigma);
  return general(
    `M/G/1, lognormal of sigma ${sigma}`,
    load,
    { lognormal: { median, sigma } },
    moment,
    tasks,
  );
}

export const stations: readonly Station[] = [
  markov(1, 0.5, 60_000),
  markov(1, 0.7, 90_000),
  markov(2, 0.6, 130_000),
  markov(4, 0.5, 280_000),
  markov(4, 0.7, 160_000),
  markov(8, 0.8, 380_000),
  general('M/D/1', 0.7, { constant: meanRunTime }, square, 50_000),
  lognormal(0.5, 0.6, 65_000),
  lognormal(1, 0.5, 100_000),
];
