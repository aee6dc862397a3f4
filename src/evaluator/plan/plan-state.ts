import type { Timestamp } from '../../base/time/ticks.js';
import { noSamples, type SampleRange } from '../../metrics/sample-range.js';
import type { TypedProgram } from '../../checker/typed-program.js';
import { createState } from '../evaluate-program.js';
import type { EvaluationState } from '../evaluation-state.js';
import type { PoolView } from '../pool-view.js';
import type { Held } from './representation.js';

/** The state of one evaluator, used again and again. */
export type PlanState = { -readonly [K in keyof EvaluationState]: EvaluationState[K] } & {
  /** Values of the slots of the plan when the evaluation ended, however it did; undefined for those not assigned. */
  slots: (Held | undefined)[];
  /** Whether anybody asks for the slots afterwards. */
  readonly keepsSlots: boolean;
  /** The window that was looked up last: a guard (GetSamplePercent) and the samples behind it ask for the same one. */
  readonly window: WindowInView;
};

/** What a formula sees of a metric between two instants. */
export interface WindowInView {
  /** Undefined before the first look-up of a run. */
  metric: string | undefined;
  first: Timestamp;
  second: Timestamp;
  range: SampleRange;
  /** How much of the window the samples are, 0 to 100. */
  percent: number;
}

/** Runs the statements of a plan; failures and stop() leave it as exceptions of `failure.ts`. */
export type Execute = (state: PlanState) => void;

export function createPlanState(
  program: TypedProgram,
  view: PoolView,
  random: () => number,
  keepsSlots: boolean,
): PlanState {
  return {
    ...createState(program, view, random),
    slots: [],
    keepsSlots,
    window: { metric: undefined, first: 0, second: 0, range: noSamples, percent: 0 },
  };
}

/** Makes the state as new. A set of notes that a run has been given is not touched again. */
export function resetState(state: PlanState, program: TypedProgram, view: PoolView): void {
  state.view = view;
  const { $TargetDedicatedNodes: dedicated, $TargetLowPriorityNodes: spot } = state.targets;
  dedicated.full = dedicated.alias = spot.full = spot.alias = undefined;
  state.window.metric = undefined;
  state.deallocation.full = state.deallocation.alias = undefined;
  if (state.unverified.size > program.unverified.length) {
    state.unverified = new Set<string>(program.unverified);
  }
}
