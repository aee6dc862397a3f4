import type { TypedProgram } from '../../checker/typed-program.js';
import type { AutoScaleTargets } from '../autoscale-run.js';
import { outcomeOf, type Ending } from '../evaluate-program.js';
import { assignedValue, type EvaluationState } from '../evaluation-state.js';
import { finalTarget } from '../targets.js';

/** What a pool gets from an evaluation that has ended, without the texts for people. */
export function targetsOf(
  state: EvaluationState,
  program: TypedProgram,
  ending: Ending,
): AutoScaleTargets {
  // On its own, because it is what nearly every evaluation comes to.
  if (ending === 'completed') {
    return {
      timestamp: state.view.now,
      targetDedicatedNodes: finalTarget(state, '$TargetDedicatedNodes'),
      targetLowPriorityNodes: finalTarget(state, '$TargetLowPriorityNodes'),
      nodeDeallocationOption: assignedValue(state.deallocation) ?? 'requeue',
    };
  }
  const { error, pool } = outcomeOf(state, program, ending);
  return { timestamp: state.view.now, ...(error === undefined ? {} : { error }), ...pool };
}
