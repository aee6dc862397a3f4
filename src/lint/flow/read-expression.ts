import type { TypedExpression } from '../../checker/typed-program.js';
import type { MemberName } from '../../language/members.js';
import { narrow, type Analysis, type Branch } from './analysis.js';
import { readChain } from './read-chain.js';
import { readCall } from './read-call.js';
import { poolTerm, unknown, type Facts } from './facts.js';
import { join } from './join.js';
import { negated } from './logic.js';
import { negate, notNegative, type Range } from './range.js';
import { readMethod } from './read-method.js';

/** Every day of the week under either number of Sunday (switch `sunday`). */
const weekdays: Range = { min: 0, max: 7 };

const memberRanges: Readonly<Record<MemberName, Range>> = {
  year: { min: -Infinity, max: Infinity },
  month: { min: 1, max: 12 },
  day: { min: 1, max: 31 },
  weekday: weekdays,
  hour: { min: 0, max: 23 },
  minute: { min: 0, max: 59 },
  second: { min: 0, max: 59 },
};

/** Most task slots that a node can have (REST: 4 times its cores, at most 256). */
const mostTaskSlots = 256;

/** The facts of an expression where the conditions of `branch` hold; notes what it reads on the way. */
export function readExpression(
  analysis: Analysis,
  expression: TypedExpression,
  branch: Branch,
): Facts {
  const facts = narrow(factsOf(analysis, expression, branch), branch);
  analysis.facts.set(expression, facts);
  if (facts.symbol !== 0 && !analysis.symbols.ranges.has(facts.symbol)) {
    analysis.symbols.ranges.set(facts.symbol, facts);
  }
  return facts;
}

function factsOf(analysis: Analysis, expression: TypedExpression, branch: Branch): Facts {
  const { symbols } = analysis;
  switch (expression.kind) {
    case 'number': {
      const { value } = expression;
      return {
        ...unknown,
        symbol: symbols.of(`${value}`),
        min: value,
        max: value,
        known: true,
        integer: Number.isInteger(value),
        literal: true,
        constant: true,
      };
    }
    case 'string':
      return {
        ...unknown,
        symbol: symbols.of(`"${expression.value}`),
        known: !analysis.isHole(expression.value),
        literal: true,
        constant: true,
      };
    case 'interval':
      return {
        ...unknown,
        symbol: symbols.of(`i${expression.value}`),
        known: true,
        literal: true,
        constant: true,
        ticks: expression.value,
      };
    case 'userVariable': {
      const assigned = analysis.variables[expression.index];
      if (assigned === undefined) return { ...unknown, symbol: symbols.fresh() };
      assigned.read = true;
      const { facts } = assigned;
      return facts.constant ? { ...facts, literal: false, configured: true } : facts;
    }
    case 'target': {
      const assigned = analysis.targets.get(expression.target);
      if (assigned !== undefined) {
        assigned.read = true;
        return assigned.facts;
      }
      return poolSize(analysis, expression.target);
    }
    case 'scalar':
      return readScalar(analysis, expression.variable);
    case 'unary':
      return readUnary(analysis, expression, branch);
    case 'chain':
      return readChain(analysis, expression, branch);
    case 'conditional':
      return readConditional(analysis, expression, branch);
    case 'call':
      return readCall(analysis, expression, branch);
    case 'method':
      return readMethod(analysis, expression, branch);
    case 'member': {
      const object = readExpression(analysis, expression.object, branch);
      return {
        ...unknown,
        ...memberRanges[expression.member],
        symbol: symbols.of(`${object.symbol}.${expression.member}`),
        known: true,
        integer: true,
        isWeekday: expression.member === 'weekday',
      };
    }
    case 'misplaced':
      readExpression(analysis, expression.receiver, branch);
      return { ...unknown, symbol: symbols.fresh() };
    case 'undefined':
    case 'metric':
      // What a hole stands for is a setting: another pool has another value.
      return { ...unknown, symbol: symbols.of(expression.name), configured: true };
    case 'deallocation':
    case 'deallocationVariable':
      return { ...unknown, symbol: symbols.fresh(), known: true };
  }
}

/** A number of nodes that the formula reads and has not set. */
function poolSize({ symbols }: Analysis, name: string): Facts {
  return {
    ...unknown,
    ...notNegative,
    symbol: symbols.of(name),
    known: true,
    integer: true,
    terms: poolTerm(name),
  };
}

function readScalar(analysis: Analysis, name: string): Facts {
  const size = poolSize(analysis, name);
  if (name !== '$TaskSlotsPerNode') return size;
  const { taskSlotsPerNode } = analysis.environment;
  return taskSlotsPerNode === undefined
    ? { ...size, min: 1, max: mostTaskSlots }
    : { ...size, min: taskSlotsPerNode, max: taskSlotsPerNode };
}

function readUnary(
  analysis: Analysis,
  expression: Extract<TypedExpression, { kind: 'unary' }>,
  branch: Branch,
): Facts {
  let facts = readExpression(analysis, expression.operand, branch);
  // The innermost operator is the last one.
  for (const operator of expression.operators.toReversed()) {
    const symbol = analysis.symbols.of(`${operator}${facts.symbol}`);
    facts = operator === '!' ? negated(analysis, facts, symbol) : negative(facts, symbol);
  }
  return facts;
}

function negative(facts: Facts, symbol: number): Facts {
  return {
    ...unknown,
    ...negate(facts),
    symbol,
    known: facts.known,
    integer: facts.integer,
    literal: facts.literal,
    constant: facts.constant,
    configured: facts.configured,
    tasks: facts.tasks,
    quotient: facts.quotient,
    ticks: facts.ticks === undefined ? undefined : -facts.ticks,
  };
}

function readConditional(
  analysis: Analysis,
  expression: Extract<TypedExpression, { kind: 'conditional' }>,
  branch: Branch,
): Facts {
  const condition = readExpression(analysis, expression.condition, branch);
  analysis.conditions.push({ expression: expression.condition, facts: condition });
  const whenTrue = readExpression(analysis, expression.whenTrue, [
    ...branch,
    ...condition.whenTrue,
  ]);
  const whenFalse = readExpression(analysis, expression.whenFalse, [
    ...branch,
    ...condition.whenFalse,
  ]);
  const symbol = analysis.symbols.of(`${condition.symbol}?${whenTrue.symbol}:${whenFalse.symbol}`);
  return { ...join(condition, whenTrue, whenFalse), symbol };
}
