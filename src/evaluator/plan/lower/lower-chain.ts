import type { TypedExpression } from '../../../checker/typed-program.js';
import {
  binaryResult,
  isArithmetic,
  type ArithmeticOperator,
  type BinaryOperator,
  type RelationalOperator,
} from '../../../language/operators.js';
import type { ValueType } from '../../../language/static-type.js';
import type { OperationName } from '../operations/table.js';
import type { Step } from '../plan-code.js';
import type { Representation } from '../representation.js';
import type { BinarySite } from '../site.js';
import { asDouble, place, type Lower, type Lowered, type Lowering } from './lowering.js';

const comparisons: Readonly<Record<RelationalOperator, OperationName>> = {
  '<': 'less',
  '<=': 'lessOrEqual',
  '>': 'greater',
  '>=': 'greaterOrEqual',
  '==': 'equal',
  '!=': 'notEqual',
};

const comparable: ReadonlySet<Representation> = new Set<Representation>([
  'double',
  'string',
  'timestamp',
  'timeinterval',
]);

const ofDoubles: Readonly<Record<ArithmeticOperator, OperationName>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
};

/** Rows of the operator table about time, by left side, operator and right side. */
const ofTimes: ReadonlyMap<string, OperationName> = new Map<string, OperationName>([
  ['double * timeinterval', 'multiplyInterval'],
  ['timeinterval * double', 'multiplyInterval'],
  ['timeinterval / double', 'divideInterval'],
  ['timeinterval + timeinterval', 'addIntervals'],
  ['timeinterval - timeinterval', 'subtractTicks'],
  ['timestamp - timestamp', 'subtractTicks'],
  ['timestamp + timeinterval', 'addToTimestamp'],
  ['timeinterval + timestamp', 'addToTimestamp'],
]);

type NotLogical = Exclude<BinaryOperator, '&&' | '||'>;

/** The operation for operands of these representations; `binary` decides when it runs. */
function chooseBinary(
  operator: NotLogical,
  left: Representation,
  right: Representation,
): OperationName {
  if (!isArithmetic(operator)) {
    return left === right && comparable.has(left) ? comparisons[operator] : 'binary';
  }
  if (left === 'double' && right === 'double') return ofDoubles[operator];
  return ofTimes.get(`${left} ${operator} ${right}`) ?? 'binary';
}

function resultOf(
  operator: NotLogical,
  left: Representation,
  right: Representation,
): Representation {
  if (!isArithmetic(operator)) return 'double';
  if (left === 'boxed' || right === 'boxed') return 'boxed';
  // Of a double and a vector only where a switch allows it (scalarOpVector); otherwise it fails.
  if (right === 'doubleVec') return 'doubleVec';
  // Rows give values, and what is no type of a value has no row.
  const result = binaryResult(operator, left as ValueType, right as ValueType);
  return (result as ValueType | undefined) ?? 'never';
}

/** The product of a literal and an interval, as in `15 * TimeInterval_Minute`, which every second formula begins with. */
function knownInterval(operator: NotLogical, left: Lowered, right: Lowered): Lowered | undefined {
  if (operator !== '*' || left.code.kind !== 'number' || right.code.kind !== 'number')
    return undefined;
  const isMultiple = (left.as === 'timeinterval') !== (right.as === 'timeinterval');
  const value = left.code.value * right.code.value;
  if (!isMultiple || !Number.isSafeInteger(value)) return undefined;
  return { code: { kind: 'number', value }, as: 'timeinterval' };
}

/** Operators of one level, from left to right. */
export function lowerChain(
  lowering: Lowering,
  chain: Extract<TypedExpression, { kind: 'chain' }>,
  lower: Lower,
): Lowered {
  const { span } = chain;
  const shortCircuit = lowering.profile.logicalOperators === 'short-circuit';
  let first = lower(lowering, chain.first);
  let as = first.as;
  const steps: Step[] = [];
  for (const { operator, right } of chain.links) {
    if (operator === '&&' || operator === '||') {
      // The left side must be a double before the right one is looked at.
      if (as !== 'double' && as !== 'never') {
        const site = lowering.sites.push(place(chain, as)) - 1;
        steps.push({ kind: 'operation', operation: 'toDouble', site });
      }
      const value = asDouble(lowering, lower(lowering, right), chain);
      steps.push({ kind: 'logical', operator, right: value, shortCircuit });
      as = 'double';
      continue;
    }
    const value = lower(lowering, right);
    const result = resultOf(operator, as, value.as);
    const known = steps.length === 0 ? knownInterval(operator, first, value) : undefined;
    if (known !== undefined) {
      first = known;
      as = known.as;
      continue;
    }
    const site: BinarySite = { kind: 'binary', span, operator, left: as, right: value.as, result };
    steps.push({
      kind: 'operation',
      operation: chooseBinary(operator, as, value.as),
      site: lowering.sites.push(site) - 1,
      right: value.code,
    });
    as = result;
  }
  return { code: { kind: 'steps', first: first.code, steps }, as };
}
