import type { Timestamp } from '../../base/time/ticks.js';
import type { TypedProgram } from '../../checker/typed-program.js';
import type { AutoScaleRun, AutoScaleRunError, NodeDeallocationOption } from '../autoscale-run.js';
import { assignedVariables, resultsOf, type Outcome } from '../evaluate-program.js';
import type { PlanProgram } from './plan-code.js';
import { userValuesOf, type PlanState } from './plan-state.js';

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
  readonly #program: TypedProgram;
  readonly #plan: PlanProgram;
  readonly #outcome: Outcome;
  readonly #slots: PlanState['slots'];
  readonly #unverified: Iterable<string>;

  constructor(program: TypedProgram, plan: PlanProgram, state: PlanState, outcome: Outcome) {
    const { pool, error } = outcome;
    this.timestamp = state.view.now;
    this.targetDedicatedNodes = pool.targetDedicatedNodes;
    this.targetLowPriorityNodes = pool.targetLowPriorityNodes;
    this.nodeDeallocationOption = pool.nodeDeallocationOption;
    if (error !== undefined) this.error = error;
    this.#program = program;
    this.#plan = plan;
    this.#outcome = outcome;
    this.#slots = state.slots;
    // The evaluator goes on with a set that nothing was added to.
    const { unverified } = state;
    this.#unverified =
      unverified.size > program.unverified.length ? unverified : program.unverified;
  }

  get results(): string {
    return resultsOf(this.#program, this.#outcome, this.variables);
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
    const { profile } = this.#program;
    const userValues = userValuesOf(this.#program, this.#plan.slots, this.#slots);
    const state = { userValues, profile, unverified };
    return assignedVariables(state, this.#program, this.#outcome.keepsAssignments);
  }
}
