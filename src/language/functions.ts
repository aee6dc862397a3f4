import type { Parameter, Signature } from './signature.js';
import type { StaticType } from './static-type.js';

export type FunctionName =
  | 'avg'
  | 'len'
  | 'lg'
  | 'ln'
  | 'log'
  | 'max'
  | 'min'
  | 'norm'
  | 'percentile'
  | 'rand'
  | 'range'
  | 'std'
  | 'stop'
  | 'sum'
  | 'time'
  | 'val'
  | 'vec'
  | 'ceil'
  | 'floor'
  | 'round';

export interface FunctionRow {
  readonly signatures: readonly [Signature, ...Signature[]];
  readonly documentation: string;
  readonly example: string;
  readonly since: string;
  readonly status: 'current' | 'legacy';
}

const list: Parameter = { name: 'values', type: 'doubleVecList' };
const ofList: Signature = { parameters: [list], result: 'double' };

function logarithm(documentation: string, example: string): FunctionRow {
  return {
    signatures: [
      { parameters: [{ name: 'x', type: 'double' }], result: 'double' },
      { parameters: [{ name: 'v', type: 'doubleVec' }], result: 'doubleVec' },
    ],
    documentation,
    example,
    since: '2014',
    status: 'current',
  };
}

function rounding(documentation: string, example: string): FunctionRow {
  return {
    signatures: [
      { parameters: [{ name: 'x', type: 'double' }], result: 'double' },
      { parameters: [list], result: 'doubleVec' },
    ],
    documentation,
    example,
    since: '2022',
    status: 'current',
  };
}

function aggregate(documentation: string, example: string): FunctionRow {
  return { signatures: [ofList], documentation, example, since: '2014', status: 'current' };
}

function single(
  parameters: readonly Parameter[],
  result: StaticType,
  documentation: string,
  example: string,
): FunctionRow {
  return {
    signatures: [{ parameters, result }],
    documentation,
    example,
    since: '2014',
    status: 'current',
  };
}

/** Every function of the language (language.md section 4). */
export const functions: Readonly<Record<FunctionName, FunctionRow>> = {
  avg: aggregate('Arithmetic mean of all the numbers given.', 'avg($ActiveTasks.GetSample(10))'),
  max: aggregate('Largest of all the numbers given.', 'max(0, $PendingTasks.GetSample(1))'),
  min: aggregate('Smallest of all the numbers given.', 'min(20, $PendingTasks.GetSample(1))'),
  sum: aggregate('Sum of all the numbers given.', 'sum($SucceededTasks.GetSample(5))'),
  len: aggregate('How many numbers were given.', 'len($ActiveTasks.GetSample(10))'),
  norm: aggregate('Square root of the sum of squares.', 'norm(3, 4)'),
  range: aggregate('Difference of the largest and the smallest number.', 'range(2, 9, 4)'),
  std: aggregate('Sample standard deviation (divisor n - 1).', 'std(2, 4, 4, 5)'),
  percentile: single(
    [
      { name: 'v', type: 'doubleVec' },
      { name: 'p', type: 'double' },
    ],
    'double',
    'The element of a vector below or at which p percent of its elements lie.',
    'percentile($ActiveTasks.GetSample(20), 90)',
  ),
  lg: logarithm('Logarithm to the base 2, of a number or of each component.', 'lg(8)'),
  ln: logarithm('Natural logarithm, of a number or of each component.', 'ln(10)'),
  log: logarithm('Logarithm to the base 10, of a number or of each component.', 'log(1000)'),
  ceil: rounding('Nearest whole number that is not smaller.', 'ceil($PendingTasks.GetSample(1))'),
  floor: rounding('Nearest whole number that is not larger.', 'floor(2.7)'),
  round: rounding('Nearest whole number.', 'round(2.5)'),
  vec: {
    signatures: [{ parameters: [list], result: 'doubleVec' }],
    documentation: 'One vector of all the numbers given.',
    example: 'vec(1, 2, 3)',
    since: '2014',
    status: 'legacy',
  },
  rand: single([], 'double', 'A random number from 0 to 1.', 'rand()'),
  stop: single([], 'unknown', 'Ends the evaluation of the formula.', 'stop()'),
  val: single(
    [
      { name: 'v', type: 'doubleVec' },
      { name: 'i', type: 'double' },
    ],
    'double',
    'Element i of a vector; the first has number 0.',
    'val($PendingTasks.GetSample(1), 0)',
  ),
  time: single(
    [{ name: 'text', type: 'string', optional: true }],
    'timestamp',
    'The instant that a text names (ISO 8601 or RFC 1123), or the current one without a text.',
    'time("2026-03-02T08:00:00Z")',
  ),
};

/** For look-ups by text that a user wrote. */
export const functionNames: ReadonlyMap<string, FunctionName> = new Map(
  (Object.keys(functions) as FunctionName[]).map((name) => [name, name]),
);
