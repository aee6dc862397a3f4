import type { TypedProgram } from '../../checker/typed-program.js';
import type { AutoScaleRun, AutoScaleTargets } from '../autoscale-run.js';
import { runOf, type Ending } from '../evaluate-program.js';
import { FormulaFailure, StopSignal } from '../failure.js';
import type { PoolView } from '../pool-view.js';
import { closuresOf } from './closures.js';
import { generateCode } from './generate-code.js';
import { lowerProgram } from './lower/lower-program.js';
import { operations } from './operations/table.js';
import type { PlanProgram } from './plan-code.js';
import { createPlanState, resetState, type Execute, type PlanState } from './plan-state.js';
import { targetsOf } from './targets-of.js';
import { userValuesOf } from './user-values.js';

/**
 * Whether the plan may become JavaScript by `new Function`: `auto` where the platform allows it and closures elsewhere, `never` closures,
 * `always` code, and an EvalError where a content security policy forbids it.
 */
export type CodeGeneration = 'auto' | 'always' | 'never';

export interface Plan {
  /** What executes it. */
  readonly execution: 'generated code' | 'closures';
  /** Evaluators that answer as the interpreter does. One evaluator is not to be called while it runs. */
  readonly createEvaluator: (random: () => number) => (view: PoolView) => AutoScaleRun;
  /** The targets of these runs alone. */
  readonly createTargetEvaluator: (random: () => number) => (view: PoolView) => AutoScaleTargets;
}

/** Plans a program; every program has a plan. */
export function createPlan(program: TypedProgram, codeGeneration: CodeGeneration = 'auto'): Plan {
  const plan = lowerProgram(program);
  const generated = codeGeneration === 'never' ? undefined : compile(plan, codeGeneration);
  const execute = generated ?? closuresOf(plan);
  return {
    execution: generated === undefined ? 'closures' : 'generated code',
    createEvaluator: (random) => {
      const run = runner(program, execute, random, true);
      return (view) => {
        const { state, ending } = run(view);
        state.userValues = userValuesOf(plan.slots, state.slots);
        return runOf(state, program, ending);
      };
    },
    createTargetEvaluator: (random) => {
      const run = runner(program, execute, random, false);
      return (view) => {
        const { state, ending } = run(view);
        return targetsOf(state, program, ending);
      };
    },
  };
}

type Factory = (
  table: typeof operations,
  sites: PlanProgram['sites'],
  strings: PlanProgram['strings'],
) => Execute;

function compile(plan: PlanProgram, codeGeneration: 'auto' | 'always'): Execute | undefined {
  const text = generateCode(plan);
  let factory: Factory;
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    factory = new Function('operations', 'sites', 'strings', text) as Factory;
  } catch (reason) {
    // A content security policy forbids it.
    if (codeGeneration === 'auto' && reason instanceof EvalError) return undefined;
    throw reason;
  }
  return factory(operations, plan.sites, plan.strings);
}

interface Ended {
  readonly state: PlanState;
  ending: Ending;
}

/** Executes a plan again and again in one state. */
function runner(
  program: TypedProgram,
  execute: Execute,
  random: () => number,
  keepsSlots: boolean,
): (view: PoolView) => Ended {
  let ended: Ended | undefined;
  return (view) => {
    ended ??= { state: createPlanState(program, view, random, keepsSlots), ending: 'completed' };
    const { state } = ended;
    resetState(state, program, view);
    // What was handed to a run is left alone.
    state.slots = noSlots;
    ended.ending = endingOf(execute, state);
    return ended;
  };
}

const noSlots: PlanState['slots'] = [];

function endingOf(execute: Execute, state: PlanState): Ending {
  try {
    execute(state);
    return 'completed';
  } catch (error) {
    if (error instanceof StopSignal) return 'stopped';
    if (error instanceof FormulaFailure) return error;
    throw error;
  }
}
