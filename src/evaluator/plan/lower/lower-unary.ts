import type { TypedExpression } from '../../../checker/typed-program.js';
import type { UnaryOperator } from '../../../language/operators.js';
import type { OperationName } from '../operations/table.js';
import type { Step } from '../plan-code.js';
import type { Representation } from '../representation.js';
import type { Lower, Lowered, Lowering } from './lowering.js';

interface Choice {
  readonly name: OperationName;
  readonly result: Representation;
}

export function chooseUnary(operator: UnaryOperator, operand: Representation): Choice {
  if (operand === 'double') return { name: operator === '-' ? 'negate' : 'not', result: 'double' };
  if (operator === '-' && operand === 'timeinterval') {
    return { name: 'negateInterval', result: 'timeinterval' };
  }
  // The minus of an interval is an interval, everything else a double.
  return { name: 'unary', result: operator === '-' && operand === 'boxed' ? 'boxed' : 'double' };
}

export function lowerUnary(
  lowering: Lowering,
  { operators, operand, span }: Extract<TypedExpression, { kind: 'unary' }>,
  lower: Lower,
): Lowered {
  const first = lower(lowering, operand);
  let as = first.as;
  const steps = operators.toReversed().map((operator): Step => {
    const { name, result } = chooseUnary(operator, as);
    const site = { kind: 'unary', span, operator, operand: as, result } as const;
    as = result;
    return { kind: 'operation', operation: name, site: lowering.sites.push(site) - 1 };
  });
  return { code: { kind: 'steps', first: first.code, steps }, as };
}
