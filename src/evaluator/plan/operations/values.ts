import { toDouble } from '../../conversions.js';
import type { EvaluationState } from '../../evaluation-state.js';
import { applyBinary, applyUnary } from '../../operators.js';
import {
  metricAsValue,
  misplacedAccess,
  readDeallocation,
  readScalar,
  toOption,
  undefinedSymbol,
} from '../../read-names.js';
import { readTarget } from '../../targets.js';
import { box, unbox, type Held } from '../representation.js';
import type { BinarySite, PlaceSite, ScalarSite, TargetSite, UnarySite } from '../site.js';
import type { Operation } from './operation.js';

export type ValueOperation =
  | 'box'
  | 'toDouble'
  | 'toOption'
  | 'unary'
  | 'binary'
  | 'target'
  | 'scalar'
  | 'deallocation'
  | 'undefinedSymbol'
  | 'metric'
  | 'misplaced';

/** Reading names, conversions, and the rows of the operator table that are worth no operation of their own. */
export const values: Readonly<Record<ValueOperation, Operation>> = {
  box: {
    run: (_state: EvaluationState, { operand }: PlaceSite, held: Held) => box(operand, held),
  },
  toDouble: {
    run: (state: EvaluationState, { operand, span }: PlaceSite, held: Held) =>
      toDouble(state, box(operand, held), span),
  },
  toOption: {
    run: (state: EvaluationState, { operand, span }: PlaceSite, held: Held) =>
      toOption(state, box(operand, held), span),
  },
  unary: {
    run: (state: EvaluationState, { operator, operand, result, span }: UnarySite, held: Held) =>
      unbox(result, applyUnary(state, operator, box(operand, held), span)),
  },
  binary: {
    run: (state: EvaluationState, site: BinarySite, left: Held, right: Held) => {
      const [a, b] = [box(site.left, left), box(site.right, right)];
      return unbox(site.result, applyBinary(state, site.operator, a, b, site.span));
    },
  },
  target: {
    run: (state: EvaluationState, { target }: TargetSite) => readTarget(state, target),
  },
  scalar: {
    total: true,
    run: (state: EvaluationState, { variable }: ScalarSite) => readScalar(state, variable),
  },
  deallocation: {
    run: (state: EvaluationState, { span }: PlaceSite) => readDeallocation(state, span),
  },
  undefinedSymbol: {
    run: (_state: EvaluationState, { text, span }: PlaceSite) => undefinedSymbol(text, span),
  },
  metric: {
    run: (state: EvaluationState, { text, span }: PlaceSite) => metricAsValue(state, text, span),
  },
  misplaced: {
    run: (state: EvaluationState, { operand, text, span }: PlaceSite, held: Held) =>
      misplacedAccess(state, box(operand, held), text, span),
  },
};
