import type { Span } from '../../base/text/source-text.js';
import { describeType } from '../../language/static-type.js';
import { toDouble } from '../conversions.js';
import { fail, type EvaluationState } from '../evaluation-state.js';
import type { Value } from '../value.js';

/** One call of a built-in with its evaluated arguments. */
export interface Call {
  readonly state: EvaluationState;
  readonly name: string;
  readonly values: readonly Value[];
  /** Where each argument stands. */
  readonly spans: readonly Span[];
  readonly span: Span;
}

export type Implementation = (call: Call) => Value;

export function doubleArgument({ state, values, spans }: Call, index: number): number {
  return toDouble(state, values[index]!, spans[index]!);
}

export function vectorArgument(
  { state, name, values, spans }: Call,
  index: number,
): readonly number[] {
  const value = values[index]!;
  if (value.type === 'doubleVec') return value.value;
  return fail(
    state,
    spans[index]!,
    `${name} expects a doubleVec, found ${describeType(value.type)}`,
  );
}

/** All arguments as one list, vectors flattened (documented: avg(v, 7) = avg(1, 2, 3, 7)). */
export function listArguments({ state, name, values, spans }: Call): number[] {
  return values.flatMap((value, index) => {
    if (value.type === 'double' || value.type === 'doubleVec') return value.value;
    const found = describeType(value.type);
    return fail(state, spans[index]!, `${name} expects doubles and doubleVecs, found ${found}`);
  });
}
