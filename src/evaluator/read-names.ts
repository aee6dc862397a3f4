import type { Span } from '../base/text/source-text.js';
import type { TypedExpression } from '../checker/typed-program.js';
import { describeType } from '../language/static-type.js';
import type { NodeDeallocationOption } from './autoscale-run.js';
import { assignedValue, fail, type EvaluationState } from './evaluation-state.js';
import { FormulaFailure } from './failure.js';
import type { Value } from './value.js';

/** The one evaluation error whose text is recorded. */
export function undefinedSymbol(name: string, span: Span): never {
  throw new FormulaFailure(
    'AutoScalingFormulaEvaluationError',
    span.start,
    `Undefined symbol: ${name}`,
  );
}

export function readScalar(
  { view }: EvaluationState,
  variable: Extract<TypedExpression, { kind: 'scalar' }>['variable'],
): number {
  switch (variable) {
    case '$TaskSlotsPerNode':
      return view.taskSlotsPerNode;
    case '$CurrentDedicatedNodes':
      return view.currentDedicatedNodes;
    case '$CurrentLowPriorityNodes':
      return view.currentLowPriorityNodes;
    case '$UsableNodeCount':
      return view.currentDedicatedNodes + view.currentLowPriorityNodes;
  }
}

export function readDeallocation(state: EvaluationState, span: Span): NodeDeallocationOption {
  state.unverified.add('deallocationRead');
  if (state.profile.deallocationRead === 'error') {
    return fail(state, span, '$NodeDeallocationOption cannot be read');
  }
  return assignedValue(state.deallocation) ?? 'requeue';
}

/** A deallocation option where one must stand. */
export function toOption(state: EvaluationState, value: Value, span: Span): NodeDeallocationOption {
  if (value.type === 'deallocationOption') return value.value;
  return fail(state, span, `Expected a deallocation option, found ${describeType(value.type)}`);
}

export function metricAsValue(state: EvaluationState, name: string, span: Span): never {
  return fail(state, span, `${name} has samples and is no value`);
}

export function memberOfOther(
  state: EvaluationState,
  object: Value,
  member: string,
  span: Span,
): never {
  const found = describeType(object.type);
  return fail(state, span, `${member} is a member of timestamps, found ${found}`);
}

export function misplacedAccess(
  state: EvaluationState,
  receiver: Value,
  text: string,
  span: Span,
): never {
  return fail(state, span, `${describeType(receiver.type)} has no ${text}`);
}
