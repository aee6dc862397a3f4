import type { TargetName } from '../language/variables.js';
import { assignedValue, type EvaluationState } from './evaluation-state.js';

/** From here on a target fits no 32-bit integer. */
const tooManyNodes = 2_147_483_648;

function currentTarget({ view }: EvaluationState, target: TargetName): number {
  return target === '$TargetDedicatedNodes'
    ? view.targetDedicatedNodes
    : view.targetLowPriorityNodes;
}

/** What reading a target gives: what was assigned in this run, otherwise the pool's target (recorded). */
export function readTarget(state: EvaluationState, target: TargetName): number {
  const assigned = assignedValue(state.targets[target]);
  if (assigned === undefined) return currentTarget(state, target);
  if (Number.isInteger(assigned) || !Number.isFinite(assigned)) return assigned;
  state.unverified.add('targetReadBack');
  return state.profile.targetReadBack === 'fraction' ? assigned : Math.trunc(assigned);
}

/** The target that the pool gets: a whole number, fractions cut off towards zero (recorded). */
export function finalTarget(state: EvaluationState, target: TargetName): number {
  const current = currentTarget(state, target);
  const assigned = assignedValue(state.targets[target]);
  if (assigned === undefined) return current;
  if (!(Math.abs(assigned) < tooManyNodes)) {
    state.unverified.add('nonFiniteTarget');
    return state.profile.nonFiniteTarget === 'hold' ? current : 0;
  }
  if (assigned < 0) {
    state.unverified.add('negativeTarget');
    return state.profile.negativeTarget === 'hold' ? current : 0;
  }
  // Adding zero turns -0 into 0.
  return Math.trunc(assigned) + 0;
}
