import type { Span } from '../base/text/source-text.js';
import type { TypedExpression } from '../checker/typed-program.js';
import type { TargetName } from '../language/variables.js';
import type { Profile } from '../profile/profile.js';
import type { NodeDeallocationOption } from './autoscale-run.js';
import { FormulaFailure } from './failure.js';
import type { PoolView } from './pool-view.js';
import type { Value } from './value.js';

/** Told of every value that an expression has had, in order of evaluation. */
export type ValueObserver = (expression: TypedExpression, value: Value) => void;

/** A variable with an old or short name beside its full one: the full name wins whatever the order (documented). */
export interface Assigned<T> {
  full: T | undefined;
  alias: T | undefined;
}

/** What one evaluation knows and has assigned so far. */
export interface EvaluationState {
  readonly view: PoolView;
  readonly profile: Profile;
  readonly random: () => number;
  readonly observe: ValueObserver | undefined;
  /** Values of user variables by index. */
  readonly userValues: (Value | undefined)[];
  readonly targets: Readonly<Record<TargetName, Assigned<number>>>;
  readonly deallocation: Assigned<NodeDeallocationOption>;
  /** Switches, and texts whose wording is ours, that the outcome depends on. */
  readonly unverified: Set<string>;
}

export function assignedValue<T>({ full, alias }: Assigned<T>): T | undefined {
  return full ?? alias;
}

/** Ends the evaluation with a text of our own wording; the record has none for this error. */
export function fail(state: EvaluationState, span: Span, text: string): never {
  state.unverified.add('errorText');
  throw new FormulaFailure('AutoScalingFormulaEvaluationError', span.start, text);
}
