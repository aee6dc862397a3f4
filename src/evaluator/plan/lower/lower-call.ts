import type { TypedExpression } from '../../../checker/typed-program.js';
import type { FunctionName } from '../../../language/functions.js';
import type { OperationName } from '../operations/table.js';
import type { PlanCode, Step } from '../plan-code.js';
import type { Representation } from '../representation.js';
import type { CallSite } from '../site.js';
import { isReducedInPlace, lowerSamples } from './lower-samples.js';
import { operation, place, type Lower, type Lowered, type Lowering } from './lowering.js';

type Call = Extract<TypedExpression, { kind: 'call' }>;

/** What the interpreter's implementation gives for arguments of these representations. */
const results: Readonly<
  Record<FunctionName, Representation | ((operands: readonly Representation[]) => Representation)>
> = {
  avg: 'double',
  len: 'double',
  max: 'double',
  min: 'double',
  norm: 'double',
  range: 'double',
  std: 'double',
  sum: 'double',
  percentile: 'double',
  val: 'double',
  rand: 'double',
  time: 'timestamp',
  vec: 'doubleVec',
  stop: 'never',
  lg: ofOne,
  ln: ofOne,
  log: ofOne,
  ceil: ofRounding,
  floor: ofRounding,
  round: ofRounding,
};

function ofOne([only]: readonly Representation[]): Representation {
  return only === 'double' || only === 'doubleVec' || only === 'boxed' ? only : 'never';
}

/** Of one double there is an operation. */
function ofRounding(operands: readonly Representation[]): Representation {
  const [only] = operands;
  return operands.length === 1 && only === 'boxed' ? only : 'doubleVec';
}

const roundings = new Set<string>(['round', 'ceil', 'floor'] satisfies FunctionName[]);

export function lowerCall(lowering: Lowering, call: Call, lower: Lower): Lowered {
  const { function: name } = call;
  const list = isAggregate(name)
    ? call.arguments.map((argument) =>
        isReducedInPlace(lowering, argument)
          ? lowerSamples(lowering, argument, lower)
          : lower(lowering, argument),
      )
    : call.arguments.map((argument) => lower(lowering, argument));
  const [first, second] = list;
  if (list.length === 0) {
    if (name === 'time') return { code: operation(lowering, 'now', place(call)), as: 'timestamp' };
    if (name === 'rand') return { code: operation(lowering, 'random', place(call)), as: 'double' };
    if (name === 'stop') return { code: operation(lowering, 'stop', place(call)), as: 'never' };
  }
  if (list.length === 1 && first!.as === 'double' && roundings.has(name)) {
    const rounding = name as 'round' | 'ceil' | 'floor';
    return { code: operation(lowering, rounding, siteOf(call, list), first!.code), as: 'double' };
  }
  if (name === 'val' && first?.as === 'doubleVec' && second?.as === 'double') {
    const site = siteOf(call, list);
    return { code: operation(lowering, 'element', site, first.code, second.code), as: 'double' };
  }
  const aggregate = isAggregate(name) ? lowerAggregate(lowering, call, name, list) : undefined;
  if (aggregate !== undefined) return { code: aggregate, as: 'double' };
  const arrays = list.map((value) => asVector(lowering, call, value));
  const site = siteOf(call, arrays);
  const codes = arrays.map(({ code }) => code);
  return { code: operation(lowering, 'call', site, ...codes), as: site.result };
}

function siteOf(call: Call, list: readonly Lowered[]): CallSite {
  const { function: name, arguments: given, span } = call;
  const operands = list.map(({ as }) => as);
  const result = results[name];
  return {
    kind: 'call',
    name,
    span,
    spans: given.map((argument) => argument.span),
    operands,
    result: typeof result === 'function' ? result(operands) : result,
  };
}

function asVector(lowering: Lowering, call: Call, value: Lowered): Lowered {
  if (value.as !== 'samples') return value;
  const code = operation(lowering, 'vectorOfSamples', place(call), value.code);
  return { code, as: 'doubleVec' };
}

type Aggregate = 'sum' | 'avg' | 'max' | 'min' | 'len';

const aggregateNames = new Set<string>(['sum', 'avg', 'max', 'min', 'len'] satisfies Aggregate[]);

function isAggregate(name: FunctionName): name is Aggregate {
  return aggregateNames.has(name);
}

/** Where the reductions begin. */
const starts: Readonly<Record<'sum' | 'max' | 'min', number>> = {
  sum: 0,
  max: -Infinity,
  min: Infinity,
};

const kinds: ReadonlyMap<Representation, 'Number' | 'Vector' | 'Samples'> = new Map([
  ['double', 'Number'],
  ['doubleVec', 'Vector'],
  ['samples', 'Samples'],
]);

/** An aggregate without a list in between: of one vector, or of several numbers and vectors of which one is a number. */
function lowerAggregate(
  lowering: Lowering,
  call: Call,
  name: Aggregate,
  list: readonly Lowered[],
): PlanCode | undefined {
  const [only] = list;
  const kind = only && kinds.get(only.as);
  if (list.length === 1 && kind !== undefined && kind !== 'Number') {
    return operation(lowering, `${name}Of${kind}`, siteOf(call, list), only!.code);
  }
  const numbers = list.filter(({ as }) => as === 'double').length;
  const known = list.every(({ as }) => kinds.has(as));
  if (!known || numbers === 0 || name === 'len') return undefined;
  if (name !== 'avg') return fold(lowering, call, name, list);
  if (numbers < list.length) return undefined;
  const total = fold(lowering, call, 'sum', list);
  return operation(lowering, 'divide', place(call), total, { kind: 'number', value: numbers });
}

function fold(
  lowering: Lowering,
  call: Call,
  name: 'sum' | 'max' | 'min',
  list: readonly Lowered[],
): PlanCode {
  const site = lowering.sites.push(place(call)) - 1;
  const steps = list.map(({ code, as }): Step => {
    const step: OperationName = `${name}${kinds.get(as)!}`;
    return { kind: 'operation', operation: step, site, right: code };
  });
  return { kind: 'steps', first: { kind: 'number', value: starts[name] }, steps };
}
