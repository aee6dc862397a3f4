import type { Timestamp } from '../../base/time/ticks.js';
import type { TypedProgram } from '../../checker/typed-program.js';
import type { AutoScaleRun, AutoScaleRunError, NodeDeallocationOption } from '../autoscale-run.js';
import {
  assignedVariables,
  headAfter,
  outcomeOf,
  resultsOf,
  type Ending,
  type Outcome,
} from '../evaluate-program.js';
import type { PlanProgram } from './plan-code.js';
import { userValuesOf, type PlanState } from './plan-state.js';

/** A typed program with its plan. */
export interface PlannedFormula {
  readonly program: TypedProgram;
  readonly plan: PlanProgram;
}

/**
 * An autoscale run that works out its texts when they are read: a simulation evaluates a hundred thousand times and shows a few.
 * Its targets are plain members; `results`, `variables` and `unverified` are accessors, which a spread does not copy.
 */
export class PlannedRun implements AutoScaleRun {
  readonly timestamp: Timestamp;
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly nodeDeallocationOption: NodeDeallocationOption;
  declare readonly error?: AutoScaleRunError;
  readonly #formula: PlannedFormula;
  /** Absent where the formula ran to its end: the outcome is then the run itself. */
  readonly #outcome: Outcome | undefined;
  readonly #slots: PlanState['slots'];
  readonly #unverified: Iterable<string>;

  constructor(formula: PlannedFormula, state: PlanState, ending: Ending) {
    const { program } = formula;
    const outcome = ending === 'completed' ? undefined : outcomeOf(state, program, ending);
    const pool = outcome === undefined ? headAfter(state) : outcome.pool;
    this.timestamp = state.view.now;
    this.targetDedicatedNodes = pool.targetDedicatedNodes;
    this.targetLowPriorityNodes = pool.targetLowPriorityNodes;
    this.nodeDeallocationOption = pool.nodeDeallocationOption;
    if (outcome?.error !== undefined) this.error = outcome.error;
    this.#formula = formula;
    this.#outcome = outcome;
    this.#slots = state.slots;
    // The evaluator goes on with a set that nothing was added to.
    const { unverified } = state;
    this.#unverified =
      unverified.size > program.unverified.length ? unverified : program.unverified;
  }

  get results(): string {
    const { variables } = this;
    const outcome = this.#outcome ?? { printed: this, keepsAssignments: true };
    return resultsOf(this.#formula.program, outcome, variables);
  }

  get variables(): AutoScaleRun['variables'] {
    return this.#variables(new Set());
  }

  get unverified(): readonly string[] {
    const notes = new Set(this.#unverified);
    this.#variables(notes);
    return [...notes];
  }

  #variables(unverified: Set<string>): AutoScaleRun['variables'] {
    const { program, plan } = this.#formula;
    const userValues = userValuesOf(plan.slots, this.#slots);
    const state = { userValues, profile: program.profile, unverified };
    return assignedVariables(state, program, this.#outcome?.keepsAssignments ?? true);
  }
}
