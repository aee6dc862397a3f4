/**
 * npm run bench [-- --tasks 1000000] [--runs 7]: tasks per second of the public simulate() beside the hand-written limit loop, in turn, as
 * medians. Both must print the reference digits of the workload, or the figures mean nothing.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { compileFormula } from '../src/evaluator/compile-formula.js';
import { simulate } from '../src/simulator/index.js';
import { burstFormula, burstInput } from './burst-input.js';
import { runLimit, type BurstResult } from './limit.js';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '7' },
  },
});
const tasks = Number(values.tasks);
const runs = Number(values.runs);

const formula = compileFormula({ name: 'burst', text: burstFormula }, { evaluator: 'plan' }).value;
if (formula === undefined) throw new Error('the formula of the benchmark does not compile');

function runSimulate(): BurstResult {
  const record = simulate(burstInput(tasks, () => formula!.createEvaluator(() => 0)));
  const [pool] = record.pools;
  return {
    done: record.tasks.succeeded,
    makespanSeconds: record.makespanSeconds,
    nodeSeconds: pool!.nodes.dedicated.presentSeconds,
    waitSeconds: record.wait.totalSeconds,
    boots: pool!.nodes.dedicated.allocated,
    ticks: pool!.autoScale!.evaluations,
  };
}

function timed(run: () => BurstResult): { readonly result: BurstResult; readonly seconds: number } {
  const start = performance.now();
  const result = run();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

const limitTimes: number[] = [];
const simulateTimes: number[] = [];
let agree = true;
let result: BurstResult | undefined;
for (let i = 0; i < runs; i++) {
  const limit = timed(() => runLimit(tasks));
  const simulated = timed(runSimulate);
  limitTimes.push(limit.seconds);
  simulateTimes.push(simulated.seconds);
  result = simulated.result;
  agree &&= JSON.stringify(limit.result) === JSON.stringify(simulated.result);
}

const limit = median(limitTimes);
const simulated = median(simulateTimes);
const rate = (seconds: number): string => `${Math.round(tasks / seconds / 1000)} k tasks/s`;
console.log(`burst-autoscale v1, ${tasks} tasks, median of ${runs} runs in turn`);
console.log(
  `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`,
);
console.log(`limit loop   ${limit.toFixed(3)} s   ${rate(limit)}`);
console.log(
  `simulate()   ${simulated.toFixed(3)} s   ${rate(simulated)}   ${(simulated / limit).toFixed(2)} x limit`,
);
console.log(`memory       ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most\n`);
console.log(JSON.stringify(result));
console.log(agree ? 'both print the same digits' : 'THE RESULTS DIFFER');
process.exitCode = agree ? 0 : 1;
