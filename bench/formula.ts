import { compileFormula } from '../src/evaluator/compile-formula.js';
import type { PoolView } from '../src/evaluator/pool-view.js';
import { createSnapshot, defaultSamplePeriod, emptyPool } from '../src/metrics/metrics-snapshot.js';
import { latestSamples, samplesBetween } from '../src/metrics/sample-series.js';
import { ticksPerMinute } from '../src/base/time/ticks.js';

/** A guard over a window of 30 samples, an average, the newest sample, and a decay: what most deployed formulas consist of. */
const referenceFormula = `window = 15 * TimeInterval_Minute;
enough = $PendingTasks.GetSamplePercent(window) >= 70;
demand = enough ? avg($PendingTasks.GetSample(window)) : max(0, $PendingTasks.GetSample(1));
half = floor($TargetDedicatedNodes / 2);
$TargetDedicatedNodes = min(100, max(demand, half));
$NodeDeallocationOption = taskcompletion;
`;

const windowTicks = 15 * ticksPerMinute;

/** The same by hand, over the same sample store. */
function byHand(view: PoolView): number {
  const series = view.samples('$PendingTasks')!;
  const samples = samplesBetween(series, view.now, view.now - windowTicks, view.now);
  let demand: number;
  if (Math.min(100, (100 * samples.length) / 30) >= 70) {
    let sum = 0;
    for (const sample of samples) sum += sample;
    demand = sum / samples.length;
  } else {
    demand = Math.max(0, ...latestSamples(series, view.now, 1));
  }
  const half = Math.floor(view.targetDedicatedNodes / 2);
  return Math.trunc(Math.min(100, Math.max(demand, half)));
}

const views: PoolView[] = Array.from({ length: 64 }, (_, i) =>
  createSnapshot({
    now: 0,
    samplePeriod: defaultSamplePeriod,
    pool: { ...emptyPool, targetDedicatedNodes: i },
    series: new Map([
      ['$PendingTasks', Array.from({ length: 30 }, (_, k) => (i * 7 + k * 13) % 50)],
    ]),
  }),
);

interface Timing {
  readonly name: string;
  readonly microseconds: number;
  readonly checksum: number;
}

function evaluations(name: string, evaluate: (view: PoolView) => number, runs: number): Timing {
  let checksum = 0;
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    checksum = 0;
    const start = performance.now();
    for (let round = 0; round < 300; round++) {
      for (const view of views) checksum += evaluate(view);
    }
    times.push(((performance.now() - start) * 1000) / (300 * views.length));
  }
  return { name, microseconds: median(times), checksum };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** Median time to compile one of 10,000 distinct six-line formulas. */
function compileTime(): number {
  const times: number[] = [];
  for (let i = 0; i < 10_000; i++) {
    const text = referenceFormula.replaceAll('demand', `demand${i}`).replace('100', String(i));
    const start = performance.now();
    if (compileFormula({ name: 'f', text }).value === undefined) throw new Error(text);
    times.push((performance.now() - start) * 1000);
  }
  return median(times);
}

function evaluator(kind: 'interpreter' | 'plan'): (view: PoolView) => number {
  const compiled = compileFormula({ name: 'f', text: referenceFormula }, { evaluator: kind });
  const evaluate = compiled.value!.createEvaluator(() => 0);
  return (view) => evaluate(view).targetDedicatedNodes;
}

/** Prints the cost of an evaluation, whole autoscale runs with their result strings, and of a compilation. True where all agree. */
export function benchFormula(runs: number): boolean {
  const timings = [
    evaluations('by hand, targets only', byHand, runs),
    evaluations('plan, whole run', evaluator('plan'), runs),
    evaluations('interpreter, whole run', evaluator('interpreter'), runs),
  ];
  console.log('\nreference formula, window of 30 samples');
  for (const { name, microseconds } of timings) {
    const ratio = (microseconds / timings[0]!.microseconds).toFixed(1);
    console.log(`${name.padEnd(24)}${microseconds.toFixed(2).padStart(8)} us   ${ratio} x by hand`);
  }
  console.log(
    `compilation             ${compileTime().toFixed(0).padStart(8)} us   (accepted: 150, aim: 80)`,
  );
  const agree = timings.every(({ checksum }) => checksum === timings[0]!.checksum);
  console.log(agree ? 'all give the same targets' : 'THE TARGETS DIFFER');
  return agree;
}
