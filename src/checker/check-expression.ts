import type { Span } from '../base/text/source-text.js';
import { nearestName } from '../base/text/nearest-name.js';
import { intervals } from '../language/constants.js';
import { functionNames, functions } from '../language/functions.js';
import type { BinaryOperator } from '../language/operators.js';
import { acceptsArgumentCount, argumentCountText, type Signature } from '../language/signature.js';
import { describeType, type StaticType } from '../language/static-type.js';
import { readInstant } from '../language/instant-text.js';
import { variableRows } from '../language/variables.js';
import type { ChainLink, Expression, Name } from '../parser/ast.js';
import { chooseOverload } from './arguments.js';
import { checkAccesses } from './check-access.js';
import { checkDiagnostic } from './check-diagnostics.js';
import { typeOfBinary, typeOfUnary } from './operand-types.js';
import { renameExtras } from './rename-fix.js';
import { noteSpelling, type Scope } from './scope.js';
import type { TypedExpression, TypedLink } from './typed-program.js';

/** Resolves and types one expression. Recursion is bounded by the nesting that the parser allows. */
export function checkExpression(scope: Scope, expression: Expression): TypedExpression {
  const { span } = expression;
  switch (expression.kind) {
    case 'number':
      return { kind: 'number', value: expression.value, type: 'double', span };
    case 'string':
      return { kind: 'string', value: expression.value, type: 'string', span };
    case 'name':
      return checkName(scope, expression.name, span);
    case 'parenthesized':
      return checkExpression(scope, expression.expression);
    case 'vector':
      return checkCall(scope, { text: 'vec', span }, expression.elements, span);
    case 'call':
      return checkCall(scope, expression.name, expression.arguments, span);
    case 'access':
      return checkAccesses(scope, expression);
    case 'unary':
      return checkUnary(scope, expression);
    case 'chain':
      return checkChain(scope, expression);
    case 'conditional':
      return checkConditional(scope, expression);
    case 'invalid':
      return { kind: 'undefined', name: '', type: 'unknown', span };
  }
}

function checkName(scope: Scope, name: string, span: Span): TypedExpression {
  const { source, names, profile, diagnostics, unverified } = scope;
  const user = scope.userVariables.get(names.userKey(name));
  noteSpelling(scope, name);
  if (user !== undefined) {
    return { kind: 'userVariable', index: user.index, name: user.name, type: user.type, span };
  }
  const row = names.variable(name);
  switch (row?.kind) {
    case 'target':
      return { kind: 'target', target: row.id, type: 'double', span };
    case 'scalar':
      return { kind: 'scalar', variable: row.id, type: 'double', span };
    case 'deallocation':
      return { kind: 'deallocationVariable', type: 'deallocationOption', span };
    case 'sampled':
      if (row.id === '$UsableNodeCount') {
        unverified.add('usableNodeCount');
        if (profile.usableNodeCount === 'scalar') {
          return { kind: 'scalar', variable: row.id, type: 'double', span };
        }
      }
      diagnostics.push(checkDiagnostic('metric-as-number', span, { name }, { source }));
      return { kind: 'metric', name, type: 'unknown', span };
    case undefined:
      break;
  }
  const interval = names.interval(name);
  if (interval !== undefined) {
    if (interval === 'TimeInterval_Year') unverified.add('yearLength');
    const value = intervals[interval].ticks(profile);
    return { kind: 'interval', value, type: 'timeinterval', span };
  }
  const keyword = names.keyword(name);
  if (keyword !== undefined) {
    diagnostics.push(checkDiagnostic('misplaced-keyword', span, { name }, { source }));
    return { kind: 'deallocation', value: keyword, type: 'deallocationOption', span };
  }
  if (scope.isHole(name)) return { kind: 'undefined', name, type: 'unknown', span };
  const nearest = nearestName(name, [
    ...[...scope.userVariables.values()].map((variable) => variable.name),
    ...variableRows.keys(),
  ]);
  const extras = renameExtras(source, span, nearest);
  diagnostics.push(checkDiagnostic('undefined-variable', span, { name, nearest }, extras));
  return { kind: 'undefined', name, type: 'unknown', span };
}

/** Reports a number of arguments that no overload takes; the service then refuses the formula. */
export function hasArgumentCount(
  scope: Scope,
  name: Name,
  signatures: readonly Signature[],
  count: number,
): boolean {
  if (signatures.some((signature) => acceptsArgumentCount(signature, count))) return true;
  const parameters = { name: name.text, expected: argumentCountText(signatures), count };
  const { source } = scope;
  scope.diagnostics.push(
    checkDiagnostic('wrong-argument-count', name.span, parameters, { source }),
  );
  return false;
}

function checkCall(
  scope: Scope,
  name: Name,
  values: readonly Expression[],
  span: Span,
): TypedExpression {
  const { source, diagnostics } = scope;
  const typed = values.map((value) => checkExpression(scope, value));
  const found = scope.names.function(name.text);
  if (found === undefined) {
    const nearest = nearestName(name.text, functionNames.keys());
    const parameters = { name: name.text, nearest };
    if (!scope.isHole(name.text))
      diagnostics.push(
        checkDiagnostic(
          'unknown-function',
          name.span,
          parameters,
          renameExtras(source, name.span, nearest),
        ),
      );
    return { kind: 'undefined', name: name.text, type: 'unknown', span };
  }
  const { signatures } = functions[found];
  if (!hasArgumentCount(scope, name, signatures, values.length)) {
    return { kind: 'undefined', name: name.text, type: 'unknown', span };
  }
  const text = typed[0];
  if (found === 'time' && text?.kind === 'string' && text.value !== '') {
    const { reason, tooPrecise = false } = readInstant(text.value);
    if (reason !== undefined && !scope.isHole(text.value)) {
      const parameters = { text: text.value, reason };
      const code = tooPrecise ? 'time-string-too-precise' : 'time-string';
      diagnostics.push(checkDiagnostic(code, text.span, parameters, { source }));
    }
  }
  const { overload, result } = chooseOverload(scope, name.text, signatures, typed);
  return { kind: 'call', function: found, arguments: typed, overload, type: result, span };
}

function checkUnary(
  scope: Scope,
  { operators, operand, span }: Extract<Expression, { kind: 'unary' }>,
): TypedExpression {
  const typed = checkExpression(scope, operand);
  let { type } = typed;
  // The innermost operator is the last one.
  for (let i = operators.length - 1; i >= 0; i--) {
    const { operator, span: operatorSpan } = operators[i]!;
    type = typeOfUnary(scope, operator, type, { start: operatorSpan.start, end: span.end });
  }
  return {
    kind: 'unary',
    operators: operators.map(({ operator }) => operator),
    operand: typed,
    type,
    span,
  };
}

const equality: readonly BinaryOperator[] = ['==', '!='];
const relations: readonly BinaryOperator[] = ['<', '<=', '>', '>='];

/** Links under the switch for one or two levels of comparison: the same unless a relation follows == or !=. */
function levelled(scope: Scope, links: readonly ChainLink[]): readonly ChainLink[] {
  return links.flatMap((link) => {
    const { right } = link;
    const mixed =
      equality.includes(link.operator) &&
      right.kind === 'chain' &&
      relations.includes(right.links[0]!.operator);
    if (!mixed) return [link];
    scope.unverified.add('relationalLevels');
    return scope.profile.relationalLevels === 'two'
      ? [link]
      : [{ ...link, right: right.first }, ...right.links];
  });
}

function checkChain(
  scope: Scope,
  { first, links, span }: Extract<Expression, { kind: 'chain' }>,
): TypedExpression {
  const typedFirst = checkExpression(scope, first);
  let type = typedFirst.type;
  const typedLinks: TypedLink[] = [];
  for (const { operator, right } of levelled(scope, links)) {
    const typedRight = checkExpression(scope, right);
    const reach = { start: span.start, end: right.span.end };
    type = typeOfBinary(scope, operator, type, typedRight.type, reach);
    typedLinks.push({ operator, right: typedRight, type });
  }
  return { kind: 'chain', first: typedFirst, links: typedLinks, type, span };
}

function checkConditional(
  scope: Scope,
  expression: Extract<Expression, { kind: 'conditional' }>,
): TypedExpression {
  const condition = checkExpression(scope, expression.condition);
  checkCondition(scope, condition);
  const whenTrue = checkExpression(scope, expression.whenTrue);
  const whenFalse = checkExpression(scope, expression.whenFalse);
  const { span } = expression;
  const type = typeOfBranches(scope, whenTrue.type, whenFalse.type, span);
  return { kind: 'conditional', condition, whenTrue, whenFalse, type, span };
}

export function checkCondition(scope: Scope, { type, span }: TypedExpression): void {
  const { source, diagnostics } = scope;
  if (type === 'doubleVec') {
    const parameters = undefined as never;
    diagnostics.push(checkDiagnostic('vector-compared-with-number', span, parameters, { source }));
  } else if (type !== 'double' && type !== 'numberList' && type !== 'unknown') {
    const parameters = { found: describeType(type) };
    diagnostics.push(checkDiagnostic('condition-type', span, parameters, { source }));
  }
}

const numeric: readonly StaticType[] = ['double', 'doubleVec', 'numberList'];

export function typeOfBranches(
  scope: Scope,
  left: StaticType,
  right: StaticType,
  span: Span,
): StaticType {
  if (left === right || right === 'unknown') return left;
  if (left === 'unknown') return right;
  const { source } = scope;
  const parameters = { left: describeType(left), right: describeType(right) };
  if (numeric.includes(left) && numeric.includes(right)) {
    // Each is fit for min and max; elsewhere the branch that is taken decides what happens.
    if (left !== 'numberList' && right !== 'numberList') {
      scope.diagnostics.push(
        checkDiagnostic('branches-of-different-type', span, parameters, { source }),
      );
    }
    return 'numberList';
  }
  scope.diagnostics.push(
    checkDiagnostic('branches-of-different-type', span, parameters, { source }),
  );
  return 'unknown';
}
