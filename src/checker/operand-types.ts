import type { Span } from '../base/text/source-text.js';
import {
  binaryResult,
  isArithmetic,
  isBinaryOperator,
  unaryResult,
  type BinaryOperator,
  type UnaryOperator,
} from '../language/operators.js';
import { describeType, type StaticType } from '../language/static-type.js';
import { checkDiagnostic } from './check-diagnostics.js';
import type { Scope } from './scope.js';

/** The value types that a static type can turn out to be. */
function alternatives(type: StaticType): readonly StaticType[] {
  return type === 'numberList' ? ['double', 'doubleVec'] : [type];
}

function union(types: readonly StaticType[]): StaticType {
  const [first, ...rest] = types;
  return rest.every((type) => type === first) ? first! : 'numberList';
}

/** Type of a binary operation; a combination outside the operator table is reported and gives `unknown`. */
export function typeOfBinary(
  scope: Scope,
  operator: BinaryOperator,
  left: StaticType,
  right: StaticType,
  span: Span,
): StaticType {
  // The parser has reported an operator of another language.
  if (!isBinaryOperator(operator)) return 'unknown';
  if (left === 'unknown' || right === 'unknown')
    return isArithmetic(operator) ? 'unknown' : 'double';
  const results = alternatives(left).flatMap((leftType) =>
    alternatives(right).flatMap((rightType) => binaryResult(operator, leftType, rightType) ?? []),
  );
  if (results.length > 0) return union(results);
  const { source, diagnostics } = scope;
  const vectorAndNumber =
    alternatives(left).every((type) => type === 'double' || type === 'doubleVec') &&
    alternatives(right).every((type) => type === 'double' || type === 'doubleVec');
  if (vectorAndNumber && isArithmetic(operator)) {
    diagnostics.push(checkDiagnostic('number-before-vector', span, { operator }, { source }));
    return 'doubleVec';
  }
  if (vectorAndNumber) {
    const parameters = undefined as never;
    diagnostics.push(checkDiagnostic('vector-compared-with-number', span, parameters, { source }));
    return 'double';
  }
  const parameters = { operator, left: describeType(left), right: describeType(right) };
  diagnostics.push(checkDiagnostic('operand-types', span, parameters, { source }));
  return 'unknown';
}

/** Type of a unary operation; an operand outside the operator table is reported and gives `unknown`. */
export function typeOfUnary(
  scope: Scope,
  operator: UnaryOperator,
  operand: StaticType,
  span: Span,
): StaticType {
  if (operand === 'unknown') return operator === '!' ? 'double' : 'unknown';
  const results = alternatives(operand).flatMap((type) => unaryResult(operator, type) ?? []);
  if (results.length > 0) return union(results);
  const { source, diagnostics } = scope;
  if (operand === 'doubleVec') {
    const parameters = undefined as never;
    diagnostics.push(checkDiagnostic('vector-compared-with-number', span, parameters, { source }));
    return 'double';
  }
  const parameters = { operator, operand: describeType(operand) };
  diagnostics.push(checkDiagnostic('operand-type', span, parameters, { source }));
  return 'unknown';
}
