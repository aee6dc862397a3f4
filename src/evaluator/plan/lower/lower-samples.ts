import type { TypedExpression } from '../../../checker/typed-program.js';
import { defaultSamplePercent } from '../../built-ins/methods.js';
import type { PlanCode } from '../plan-code.js';
import type { Representation } from '../representation.js';
import type { MethodSite } from '../site.js';
import { operation, type Lower, type Lowered, type Lowering } from './lowering.js';

type Method = Extract<TypedExpression, { kind: 'method' }>;

/** Samples of which nobody sees the order need no array, as long as they are added up from the oldest on. */
export function isReducedInPlace(
  { profile }: Lowering,
  expression: TypedExpression,
): expression is Method {
  return (
    expression.kind === 'method' &&
    expression.method === 'GetSample' &&
    !expression.orderMatters &&
    profile.sampleOrder === 'oldest-first'
  );
}

/** Samples as a range of their series where the representations of the arguments settle the overload. */
export function lowerSamples(lowering: Lowering, method: Method, lower: Lower): Lowered {
  const list = method.arguments.map((argument) => lower(lowering, argument));
  const [first] = list;
  const site = methodSite(method, list, 'samples');
  if (list.length === 1 && first!.as === 'double') {
    return { code: operation(lowering, 'latestSamples', site, first!.code), as: 'samples' };
  }
  const ends = countEnds(list);
  const percent = list[ends];
  const settled = list.length <= ends + 1 && (percent === undefined || percent.as === 'double');
  if (!settled) return methodCall(lowering, method, list);
  const wanted: PlanCode = percent?.code ?? { kind: 'number', value: defaultSamplePercent };
  // Ends are converted after the evaluation of all arguments, which nobody can tell.
  const window = windowEnds(lowering, list, ends, site);
  return {
    code: operation(lowering, 'samplesBetween', site, ...window, wanted),
    as: 'samples',
  };
}

/** How many of the first two arguments are known to be ends of a window. */
export function countEnds(list: readonly Lowered[]): 0 | 1 | 2 {
  if (!isEnd(list[0])) return 0;
  return isEnd(list[1]) ? 2 : 1;
}

function isEnd(value: Lowered | undefined): boolean {
  return value?.as === 'timeinterval' || value?.as === 'timestamp';
}

/** Both ends of a window as timestamps; one end reaches to now. */
export function windowEnds(
  lowering: Lowering,
  list: readonly Lowered[],
  ends: 1 | 2 | 0,
  site: MethodSite,
): readonly [PlanCode, PlanCode] {
  const instant = ({ code, as }: Lowered): PlanCode =>
    as === 'timestamp' ? code : operation(lowering, 'before', site, code);
  const second = ends === 2 ? instant(list[1]!) : operation(lowering, 'now', site);
  return [instant(list[0]!), second];
}

/** The method by the interpreter's implementation. */
export function methodCall(
  lowering: Lowering,
  method: Method,
  list: readonly Lowered[],
  as: Representation = 'doubleVec',
): Lowered {
  const site = methodSite(method, list, as);
  return { code: operation(lowering, 'method', site, ...list.map(({ code }) => code)), as };
}

export function methodSite(
  { method, metric, metricName, orderMatters, parenthesis, span, arguments: given }: Method,
  list: readonly Lowered[],
  result: Representation,
): MethodSite {
  const spans = given.map((argument) => argument.span);
  return {
    kind: 'method',
    name: method,
    metric,
    metricName,
    orderMatters,
    parenthesis,
    span,
    spans,
    percentSpan: spans.at(-1) ?? span,
    operands: list.map(({ as }) => as),
    result,
  };
}
