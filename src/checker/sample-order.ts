import type { FunctionName } from '../language/functions.js';
import { isArithmetic } from '../language/operators.js';
import type { StaticType } from '../language/static-type.js';
import type { TypedExpression, TypedStatement } from './typed-program.js';

/** Whether whoever reads a value can see in which order samples stand in it. */
type Reading = 'ordered' | 'orderless';

const reductions: ReadonlySet<FunctionName> = new Set([
  'avg',
  'len',
  'max',
  'min',
  'norm',
  'percentile',
  'range',
  'std',
  'sum',
]);

/** Functions whose result has the elements of their argument in its order. */
const elementwise: ReadonlySet<FunctionName> = new Set([
  'ceil',
  'floor',
  'lg',
  'ln',
  'log',
  'round',
  'vec',
]);

/**
 * The statement with `orderMatters` set in every method call: false where samples only meet readers that take them in any
 * order, as in `max($PendingTasks.GetSample(5))`. A vector in a variable is printed, so its order matters.
 */
export function withSampleOrder(statement: TypedStatement): TypedStatement {
  const printed = statement.kind === 'assignment' && statement.destination.kind === 'user';
  return { ...statement, value: read(statement.value, printed ? 'ordered' : 'orderless') };
}

function mayBeVector(type: StaticType): boolean {
  return type === 'doubleVec' || type === 'numberList';
}

function read(expression: TypedExpression, reading: Reading): TypedExpression {
  switch (expression.kind) {
    case 'method':
      return {
        ...expression,
        arguments: expression.arguments.map((argument) => read(argument, 'orderless')),
        orderMatters: reading === 'ordered',
      };
    case 'call':
      return {
        ...expression,
        arguments: expression.arguments.map((argument) =>
          read(argument, ofArguments(expression.function, reading)),
        ),
      };
    case 'conditional':
      return {
        ...expression,
        condition: read(expression.condition, 'orderless'),
        whenTrue: read(expression.whenTrue, reading),
        whenFalse: read(expression.whenFalse, reading),
      };
    case 'chain':
      return readChain(expression, reading);
    case 'unary':
      return { ...expression, operand: read(expression.operand, 'orderless') };
    case 'member':
      return { ...expression, object: read(expression.object, 'orderless') };
    case 'misplaced':
      return { ...expression, receiver: read(expression.receiver, 'orderless') };
    default:
      return expression;
  }
}

function ofArguments(name: FunctionName, reading: Reading): Reading {
  if (reductions.has(name)) return 'orderless';
  return elementwise.has(name) ? reading : 'ordered';
}

/** Two vectors meet element by element; a vector and a double keep the order that the vector has. */
function readChain(
  chain: Extract<TypedExpression, { kind: 'chain' }>,
  outer: Reading,
): TypedExpression {
  const links = [...chain.links];
  let reading = outer;
  for (let i = links.length - 1; i >= 0; i--) {
    const { operator, right, type } = links[i]!;
    const left = i === 0 ? chain.first.type : links[i - 1]!.type;
    if (!isArithmetic(operator)) reading = 'orderless';
    else if (mayBeVector(left) && mayBeVector(right.type)) reading = 'ordered';
    links[i] = { operator, right: read(right, reading), type };
  }
  return { ...chain, first: read(chain.first, reading), links };
}
