import type { Quanta } from '../../base/time/quanta.js';

/**
 * Time averages of several levels over equal steps. When the steps become too many, neighbours are merged and the step
 * doubles, so a picture of a day and one of a year take the same memory.
 */
export interface StepSeries {
  step: Quanta;
  /** End of the current step. */
  stepEnd: Quanta;
  /** Finished steps. */
  steps: number;
  readonly levels: Float64Array;
  /** Level times time within the current step, as if each level held until its end. */
  readonly areas: Float64Array;
  /** Level times time of each finished step, one array a level. */
  readonly finished: readonly Float64Array[];
  /** Level at the end of each finished step. */
  readonly lastLevels: readonly Float64Array[];
}

const maximumSteps = 2048;

export function createStepSeries(levelCount: number, step: Quanta): StepSeries {
  const column = (): Float64Array => new Float64Array(maximumSteps);
  return {
    step,
    stepEnd: step,
    steps: 0,
    levels: new Float64Array(levelCount),
    areas: new Float64Array(levelCount),
    finished: Array.from({ length: levelCount }, column),
    lastLevels: Array.from({ length: levelCount }, column),
  };
}

/** Changes a level by `difference` at time `now`, which never goes back. */
export function changeLevel(
  series: StepSeries,
  level: number,
  difference: number,
  now: Quanta,
): void {
  if (now >= series.stepEnd) finishSteps(series, now);
  series.levels[level]! += difference;
  series.areas[level]! += difference * (series.stepEnd - now);
}

/** Finishes all steps that end at or before `now`. */
export function finishSteps(series: StepSeries, now: Quanta): void {
  while (now >= series.stepEnd) {
    if (series.steps === maximumSteps) {
      mergeNeighbours(series);
      continue;
    }
    closeStep(series);
    series.stepEnd += series.step;
  }
}

function closeStep(series: StepSeries): void {
  const { levels, areas, finished, lastLevels, steps, step } = series;
  for (let level = 0; level < levels.length; level++) {
    finished[level]![steps] = areas[level]!;
    lastLevels[level]![steps] = levels[level]!;
    areas[level] = levels[level]! * step;
  }
  series.steps++;
}

function mergeNeighbours(series: StepSeries): void {
  const half = series.steps >> 1;
  for (let level = 0; level < series.levels.length; level++) {
    const area = series.finished[level]!;
    const last = series.lastLevels[level]!;
    for (let i = 0; i < half; i++) {
      area[i] = area[2 * i]! + area[2 * i + 1]!;
      last[i] = last[2 * i + 1]!;
    }
    // The step in progress grows by one old step, through which the levels hold.
    series.areas[level]! += series.levels[level]! * series.step;
  }
  series.stepEnd += series.step;
  series.steps = half;
  series.step *= 2;
}

/** Level times time of each step up to `now`, the last one cut off there. */
export function stepAreas(series: StepSeries, level: number, now: Quanta): number[] {
  finishSteps(series, now);
  const areas = Array.from(series.finished[level]!.subarray(0, series.steps));
  const rest = series.areas[level]! - series.levels[level]! * (series.stepEnd - now);
  return now > series.stepEnd - series.step ? [...areas, rest] : areas;
}

/** Time average of each step up to `now`. */
export function stepAverages(series: StepSeries, level: number, now: Quanta): number[] {
  const areas = stepAreas(series, level, now);
  return areas.map((area, i) => area / (Math.min(now, (i + 1) * series.step) - i * series.step));
}

/** Level at the end of each step up to `now`. */
export function stepEnds(series: StepSeries, level: number, now: Quanta): number[] {
  finishSteps(series, now);
  const ends = Array.from(series.lastLevels[level]!.subarray(0, series.steps));
  return now > series.stepEnd - series.step ? [...ends, series.levels[level]!] : ends;
}
