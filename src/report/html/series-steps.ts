import type { PoolSeries, RunRecord } from '../../simulator/record/run-record.js';

/** Series of one pool, or of all pools together. */
export type StepValues = Omit<PoolSeries, 'stepSeconds'>;

type StepName = keyof StepValues;

const sum = (part: readonly number[]): number => part.reduce((total, value) => total + value, 0);
const mean = (part: readonly number[]): number => sum(part) / part.length;
const last = (part: readonly number[]): number => part.at(-1)!;

/** How neighbouring steps become one. */
const mergers: Readonly<Record<StepName, (part: readonly number[]) => number>> = {
  dedicatedNodes: mean,
  spotNodes: mean,
  idleNodes: mean,
  targetDedicatedNodes: last,
  targetLowPriorityNodes: last,
  activeTasks: mean,
  runningTasks: mean,
  billedDedicatedSeconds: sum,
  billedSpotSeconds: sum,
};

const stepNames = Object.keys(mergers) as StepName[];

function stepValues(valuesOf: (name: StepName) => number[]): StepValues {
  return Object.fromEntries(stepNames.map((name) => [name, valuesOf(name)])) as Record<
    StepName,
    number[]
  >;
}

/** Instants of the steps, and the end of the run after the last one. */
export function stepInstants(steps: number, stepSeconds: number, endSeconds: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => Math.min(i * stepSeconds, endSeconds));
}

/** Values for `stepInstants`: each step has its value, and the last one holds until the end. */
export function heldToEnd(values: readonly number[]): number[] {
  return [...values, values.at(-1) ?? 0].map(shortened);
}

/** Sums from zero at the start to the total at the end, for `stepInstants`. */
export function accumulated(values: readonly number[], factor: number = 1): number[] {
  const sums = [0];
  let sum = 0;
  for (const value of values) {
    sum += value;
    sums.push(shortened(sum * factor));
  }
  return sums;
}

/** Six digits are more than a chart can show. */
function shortened(value: number): number {
  return Number(value.toPrecision(6));
}

/** Merges `factor` neighbours at a time. */
export function mergedSteps(
  values: readonly number[],
  factor: number,
  merge: (part: readonly number[]) => number = sum,
): number[] {
  return Array.from({ length: Math.ceil(values.length / factor) }, (_, i) =>
    merge(values.slice(i * factor, (i + 1) * factor)),
  );
}

/** Sums of several series, step by step; a shorter one counts as zero after its end. */
export function addedSteps(series: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...series.map((values) => values.length));
  return Array.from({ length }, (_, i) => sum(series.map((values) => values[i] ?? 0)));
}

/** A coarser series: `factor` steps become one. */
export function coarser(series: StepValues, factor: number): StepValues {
  return stepValues((name) => mergedSteps(series[name], factor, mergers[name]));
}

/** The pools of a run together. Steps are powers of two times a common unit, so the coarsest one fits all. */
export function allPools(record: RunRecord): { stepSeconds: number; series: StepValues } {
  const stepSeconds = Math.max(...record.pools.map(({ series }) => series.stepSeconds));
  const pools = record.pools.map(({ series }) => coarser(series, stepSeconds / series.stepSeconds));
  return { stepSeconds, series: stepValues((name) => addedSteps(pools.map((pool) => pool[name]))) };
}
