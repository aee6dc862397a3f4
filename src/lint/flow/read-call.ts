import type { TypedExpression } from '../../checker/typed-program.js';
import type { Analysis, Branch } from './analysis.js';
import { distinct } from './constraints.js';
import { countsTwice, unknown, type Facts } from './facts.js';
import { boundsOf } from './join.js';
import { add, anyNumber, hull, notNegative, type Range } from './range.js';
import { readExpression } from './read-expression.js';

type Call = Extract<TypedExpression, { kind: 'call' }>;

/** The facts of a function call. */
export function readCall(analysis: Analysis, expression: Call, branch: Branch): Facts {
  const values = expression.arguments.map((value) => readExpression(analysis, value, branch));
  analysis.calls.push({ expression, arguments: values });
  const base = carried(analysis, expression, values);
  switch (expression.function) {
    case 'max':
      return {
        ...base,
        min: Math.max(...values.map(({ min }) => min)),
        max: Math.max(...values.map(({ max }) => max)),
        atMost: boundsOfMax(analysis, values),
      };
    case 'min':
      return {
        ...base,
        min: Math.min(...values.map(({ min }) => min)),
        max: Math.min(...values.map(({ max }) => max)),
        grows: values.length > 0 && values.every(({ grows }) => grows),
        atMost: distinct(values.flatMap(boundsOf)),
      };
    case 'avg':
    case 'vec':
      return { ...base, ...hullOf(values), integer: false };
    case 'percentile':
    case 'val':
      return { ...base, ...ofFirst(values), symbol: base.symbol, integer: false };
    case 'sum':
      return { ...base, ...sumRange(expression, values), ...countedInSum(expression, values) };
    case 'ceil':
    case 'floor':
    case 'round':
      return rounded(expression.function, base, values);
    case 'len':
      return { ...plain(base), ...notNegative, integer: true };
    case 'norm':
    case 'range':
    case 'std':
      return { ...base, ...notNegative, integer: false };
    case 'lg':
    case 'ln':
    case 'log':
      return { ...base, ...anyNumber, integer: false, quotient: undefined };
    case 'rand':
      return { ...plain(base), min: 0, max: 1, symbol: analysis.symbols.fresh() };
    case 'time':
    case 'stop':
      return { ...plain(base), known: true };
  }
}

/** What every function of numbers carries from its arguments to its result. */
function carried({ symbols }: Analysis, { function: name }: Call, values: readonly Facts[]): Facts {
  const union = (of: (facts: Facts) => number): number =>
    values.reduce((all, facts) => all | of(facts), 0);
  return {
    ...unknown,
    symbol: symbols.of(`${name}(${values.map(({ symbol }) => symbol).join(',')})`),
    known: values.every(({ known }) => known),
    integer: values.every(({ integer }) => integer),
    literal: name !== 'rand' && name !== 'time' && values.every(({ literal }) => literal),
    constant: name !== 'rand' && name !== 'time' && values.every(({ constant }) => constant),
    configured: values.some(({ configured }) => configured),
    tasks: union(({ tasks }) => tasks),
    whole: union(({ whole }) => whole),
    grows: values.some(({ grows }) => grows),
    quotient: values.find(({ quotient }) => quotient !== undefined)?.quotient,
    countedTwice: values.find(({ countedTwice }) => countedTwice !== undefined)?.countedTwice,
    terms: union(({ terms }) => terms),
    mixed: values.find(({ mixed }) => mixed !== undefined)?.mixed,
    cpu: values.some(({ cpu }) => cpu),
    decays: union(({ decays }) => decays),
  };
}

/** Without what follows the number of tasks. */
function plain(base: Facts): Facts {
  const { symbol, known, literal, constant, configured } = base;
  return { ...unknown, symbol, known, literal, constant, configured };
}

function ofFirst(values: readonly Facts[]): Range {
  const [first = unknown] = values;
  return { min: first.min, max: first.max };
}

function hullOf(values: readonly Facts[]): Range {
  return values.length === 0 ? anyNumber : values.map(ofOne).reduce(hull);
}

function ofOne({ min, max }: Facts): Range {
  return { min, max };
}

/** A vector has any number of elements, so only the sign of its sum is known. */
function sumRange({ arguments: expressions }: Call, values: readonly Facts[]): Range {
  const allDoubles = expressions.every(({ type }) => type === 'double');
  if (allDoubles) return values.map(ofOne).reduce(add, { min: 0, max: 0 });
  return values.every(({ min }) => min >= 0) ? notNegative : anyNumber;
}

function countedInSum(
  { span }: Call,
  values: readonly Facts[],
): Pick<Facts, 'countedTwice' | 'integer'> {
  const integer = values.every((facts) => facts.integer);
  const twice = values.some((a, index) =>
    values.slice(index + 1).some((b) => countsTwice(a.whole, b.whole)),
  );
  const before = values.find(({ countedTwice }) => countedTwice !== undefined)?.countedTwice;
  return { countedTwice: twice ? span : before, integer };
}

function rounded(name: 'ceil' | 'floor' | 'round', base: Facts, values: readonly Facts[]): Facts {
  const { min, max } = ofFirst(values);
  const round = (value: number): number => Math[name](value);
  return {
    ...base,
    min: round(min),
    max: round(max),
    integer: true,
    quotient: undefined,
    atMost: name === 'floor' ? distinct(values.flatMap(boundsOf)) : [],
  };
}

/** `max(0, x - 1)` is at most x where x is never below 0. */
function boundsOfMax({ symbols }: Analysis, values: readonly Facts[]): readonly number[] {
  const first = values.find(({ constant }) => !constant);
  if (first === undefined) return [];
  return boundsOf(first).filter((symbol) => {
    const least = symbols.ranges.get(symbol)?.min ?? -Infinity;
    return values.every((value) =>
      value.constant ? !value.configured && value.max <= least : boundsOf(value).includes(symbol),
    );
  });
}
