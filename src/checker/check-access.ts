import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import { nearestName } from '../base/text/nearest-name.js';
import { memberNames } from '../language/members.js';
import { methodNames, methods } from '../language/methods.js';
import { describeType } from '../language/static-type.js';
import type { MetricName } from '../language/variables.js';
import type { Access, Expression } from '../parser/ast.js';
import { chooseOverload } from './arguments.js';
import { checkDiagnostic } from './check-diagnostics.js';
import { checkExpression, hasArgumentCount } from './check-expression.js';
import { renameExtras } from './rename-fix.js';
import type { Scope } from './scope.js';
import type { TypedExpression } from './typed-program.js';

type Method = Extract<Access, { kind: 'method' }>;

/** Methods that formulas on the web call though they never existed, and the function that was meant. */
const inventedMethods: ReadonlyMap<string, string> = new Map([
  ['Sum', 'sum'],
  ['GetSum', 'sum'],
  ['Average', 'avg'],
  ['GetAverage', 'avg'],
  ['Avg', 'avg'],
  ['Max', 'max'],
  ['GetMax', 'max'],
  ['Min', 'min'],
  ['GetMin', 'min'],
]);

/** A sampled service variable by its name; methods belong to nothing else. */
function metricOf(
  scope: Scope,
  receiver: Expression,
): { readonly id: MetricName; readonly name: string } | undefined {
  if (receiver.kind !== 'name') return undefined;
  const row = scope.names.variable(receiver.name);
  if (row?.kind !== 'sampled') return undefined;
  if (row.id === '$UsableNodeCount') {
    scope.unverified.add('usableNodeCount');
    if (scope.profile.usableNodeCount === 'scalar') return undefined;
  }
  return { id: row.id, name: receiver.name };
}

/** Methods and members after a receiver, from left to right. */
export function checkAccesses(
  scope: Scope,
  { receiver, accesses }: Extract<Expression, { kind: 'access' }>,
): TypedExpression {
  const metric = metricOf(scope, receiver);
  let from = 0;
  let value: TypedExpression;
  if (metric !== undefined && accesses[0]!.kind === 'method') {
    value = checkMethod(scope, metric, accesses[0]!, receiver);
    from = 1;
  } else {
    value = checkExpression(scope, receiver);
  }
  for (const access of accesses.slice(from))
    value = checkAccess(scope, value, access, receiver.span.start);
  return value;
}

/** `vectorStart` is the start of what the method is called on, where that is a vector: the function that was meant is put around it. */
function reportUnknownMethod(scope: Scope, access: Method, vectorStart?: number): void {
  const { source, diagnostics } = scope;
  const { text, span } = access.name;
  const instead = inventedMethods.get(text);
  const nearest = nearestName(text, methodNames.keys());
  const advice = instead === undefined ? undefined : `write ${instead}(...) around the samples`;
  const extras =
    instead === undefined
      ? renameExtras(source, span, nearest)
      : { source, ...aroundVector(access, instead, vectorStart) };
  diagnostics.push(
    checkDiagnostic('unknown-method', span, { name: text, nearest, advice }, extras),
  );
}

function aroundVector(
  { name, span }: Method,
  instead: string,
  start: number | undefined,
): Pick<Diagnostic, 'fixes'> {
  if (start === undefined) return {};
  const edits = [
    { span: { start, end: start }, newText: `${instead}(` },
    // The dot before the name goes as well.
    { span: { start: name.span.start - 1, end: span.end }, newText: ')' },
  ];
  return { fixes: [{ title: `write ${instead}(...)`, edits, safe: false }] };
}

function checkMethod(
  scope: Scope,
  metric: { readonly id: MetricName; readonly name: string },
  access: Method,
  receiver: Expression,
): TypedExpression {
  const span = { start: receiver.span.start, end: access.span.end };
  const failed: TypedExpression = { kind: 'undefined', name: metric.name, type: 'unknown', span };
  const values = access.arguments.map((value) => checkExpression(scope, value));
  const method = scope.names.method(access.name.text);
  if (method === undefined) {
    if (!scope.isHole(access.name.text)) reportUnknownMethod(scope, access);
    return failed;
  }
  const { signatures } = methods[method];
  if (!hasArgumentCount(scope, access.name, signatures, values.length)) return failed;
  const { overload, result } = chooseOverload(scope, access.name.text, signatures, values);
  return {
    kind: 'method',
    method,
    metric: metric.id,
    metricName: metric.name,
    arguments: values,
    overload,
    orderMatters: true,
    parenthesis: access.parenthesis,
    type: result,
    span,
  };
}

/** A method or member of a value. Only timestamps have members, and no value has methods. */
function checkAccess(
  scope: Scope,
  value: TypedExpression,
  access: Access,
  start: number,
): TypedExpression {
  const { source, diagnostics } = scope;
  const { name } = access;
  const end = access.kind === 'method' ? access.span.end : name.span.end;
  const span = { start, end };
  if (access.kind === 'method') {
    for (const argument of access.arguments) checkExpression(scope, argument);
    if (scope.names.method(name.text) === undefined) {
      const vectorStart = value.type === 'doubleVec' ? start : undefined;
      if (!scope.isHole(name.text)) reportUnknownMethod(scope, access, vectorStart);
    } else if (value.type !== 'unknown') {
      const parameters = { name: name.text, found: describeType(value.type) };
      diagnostics.push(checkDiagnostic('method-on-value', name.span, parameters, { source }));
    }
    // Likewise for methods: the first misplaced access is the one that fails.
    if (value.kind === 'misplaced') return value;
    return { kind: 'misplaced', receiver: value, text: `${name.text}()`, type: 'unknown', span };
  }
  const member = scope.names.member(name.text);
  if (member === undefined) {
    const nearest = nearestName(name.text, memberNames.keys());
    if (!scope.isHole(name.text)) {
      const extras = renameExtras(source, name.span, nearest);
      const parameters = { name: name.text, nearest };
      diagnostics.push(checkDiagnostic('unknown-member', name.span, parameters, extras));
    }
    return { kind: 'misplaced', receiver: value, text: name.text, type: 'unknown', span };
  }
  if (value.type !== 'timestamp' && value.type !== 'unknown') {
    const parameters = { name: name.text, found: describeType(value.type) };
    diagnostics.push(checkDiagnostic('member-of-value', name.span, parameters, { source }));
    return { kind: 'misplaced', receiver: value, text: name.text, type: 'unknown', span };
  }
  // An unbounded run of members (`x.hour.hour`) must not become an unbounded tree: a member of a double fails like one member.
  if (value.kind === 'member' || value.kind === 'misplaced') return value;
  return { kind: 'member', member, object: value, type: 'double', span };
}
