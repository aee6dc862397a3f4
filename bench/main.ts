/**
 * npm run bench [-- --tasks 1000000] [--runs 7] [--only formula|trace|check]: tasks per second of the public simulate() beside the hand-written limit loop, in turn, as
 * medians. Both must print the reference digits of the workload, or the figures mean nothing.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { cpus, devNull } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { compileFormula } from '../src/evaluator/compile-formula.js';
import { simulate, type RunRecord } from '../src/simulator/index.js';
import { burstFormula, burstInput, burstInputV2 } from './burst-input.js';
import { benchCheck } from './check.js';
import { benchFormula } from './formula/bench-formula.js';
import { runLimit, type BurstResult } from './limit.js';
import { benchTrace } from './trace.js';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string' },
    /** One run of one contender, which prints its memory: for the processes that this one starts. */
    once: { type: 'string' },
  },
});
const tasks = Number(values.tasks);
const runs = Number(values.runs);
if (values.only === 'check') {
  benchCheck(runs);
  process.exit();
}
const sections = { formula: benchFormula, trace: benchTrace };
if (values.only === 'formula' || values.only === 'trace') {
  process.exit((await sections[values.only](runs)) ? 0 : 1);
}

const formula = compileFormula({ name: 'burst', text: burstFormula }, { evaluator: 'plan' }).value;
if (formula === undefined) throw new Error('the formula of the benchmark does not compile');
const createEvaluator = () => formula.createEvaluator(() => 0);

function resultOf(record: RunRecord): BurstResult {
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

/** Events go to the null device, so that the figure is ours and not the disk's. */
function simulateWithLog(): RunRecord {
  const file = openSync(devNull, 'w');
  try {
    const writeLog = (lines: string): void => void writeSync(file, lines);
    return simulate(burstInput(tasks, createEvaluator), { writeLog });
  } finally {
    closeSync(file);
  }
}

interface Contender {
  readonly name: string;
  /** Of design.md section 6, as a multiple of the limit loop. */
  readonly accepted?: number;
  readonly run: () => BurstResult;
  readonly seconds: number[];
}

const contender = (name: string, run: () => BurstResult, accepted?: number): Contender => ({
  name,
  run,
  seconds: [],
  ...(accepted === undefined ? {} : { accepted }),
});
const limit = contender('limit loop', () => runLimit(tasks));
const v1 = contender(
  'simulate() v1',
  () => resultOf(simulate(burstInput(tasks, createEvaluator))),
  4,
);
const v2 = contender(
  'simulate() v2',
  () => resultOf(simulate(burstInputV2(tasks, createEvaluator))),
  8,
);
const logged = contender('v1 with event log', () => resultOf(simulateWithLog()), 40);

function timed({ run, seconds }: Contender): BurstResult {
  const start = performance.now();
  const result = run();
  seconds.push((performance.now() - start) / 1000);
  return result;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

if (values.once !== undefined) {
  const only = [v1, v2, logged].find(({ name }) => name === values.once);
  only?.run();
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
  process.exit(only === undefined ? 2 : 0);
}

/** A section in a process of its own, where no simulation has shaped the code that it measures. */
function sectionAgrees(section: keyof typeof sections): boolean {
  const args = [process.argv[1]!, '--only', section, '--runs', String(runs)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

/** The limit loop that others wrote, where it is there: ours must not be slow by itself. */
function printTheirLimit(): void {
  const program = join(process.env['POOLSCALE_SHARED'] ?? '../shared', 'bench/limit.mjs');
  if (!existsSync(program)) {
    console.log(`SKIPPED: the limit loop of others (${program} is not there)`);
    return;
  }
  const args = [program, String(tasks), 'merge'];
  const answers = Array.from({ length: Math.min(runs, 3) }, () =>
    spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim(),
  );
  console.log(`limit loop of others, ${answers.length} runs:\n  ${answers.join('\n  ')}`);
}

/** Largest memory of one run in a process of its own, in MB. */
function memoryOf({ name }: Contender, taskCount: number): string {
  const args = [process.argv[1]!, '--once', name, '--tasks', String(taskCount)];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim();
}

const results = new Set<string>();
for (let i = 0; i < runs; i++) {
  for (const each of [limit, v1]) results.add(JSON.stringify(timed(each)));
  timed(v2);
}
// The log takes seconds a run: a few are enough for a median.
for (let i = 0; i < Math.min(runs, 3); i++) results.add(JSON.stringify(timed(logged)));

console.log(
  `burst-autoscale, ${tasks} tasks, median of ${runs} runs in turn (event log: ${logged.seconds.length})`,
);
console.log(
  `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`,
);
for (const { name, accepted, seconds } of [limit, v1, v2, logged]) {
  const time = median(seconds);
  const rate = `${Math.round(tasks / time / 1000)} k tasks/s`;
  const ratio = (time / median(limit.seconds)).toFixed(2);
  const budget = accepted === undefined ? '' : `   ${ratio} x limit (accepted: ${accepted})`;
  console.log(`${name.padEnd(18)}${time.toFixed(3).padStart(7)} s${rate.padStart(16)}${budget}`);
}
printTheirLimit();
console.log(
  `memory of one run, at most: v1 ${memoryOf(v1, tasks)} MB, v1 with ten times the tasks ${memoryOf(v1, 10 * tasks)} MB (accepted: 120), ` +
    `v1 with event log ${memoryOf(logged, tasks)} MB (accepted: 180)\n`,
);
console.log([...results].join('\n'));
console.log(results.size === 1 ? 'v1 prints the digits of the limit loop' : 'THE RESULTS DIFFER');
const agree = [sectionAgrees('formula'), sectionAgrees('trace')].every(Boolean);
benchCheck(runs);
process.exitCode = results.size === 1 && agree ? 0 : 1;
