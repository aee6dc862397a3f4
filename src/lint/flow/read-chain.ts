import type { Span } from '../../base/text/source-text.js';
import type { TypedExpression } from '../../checker/typed-program.js';
import type { StaticType } from '../../language/static-type.js';
import {
  isArithmetic,
  isBinaryOperator,
  type LogicalOperator,
  type RelationalOperator,
} from '../../language/operators.js';
import type { Analysis, Branch } from './analysis.js';
import { calculate } from './calculate.js';
import { compare, outcomeOf } from './compare.js';
import { unknown, type Facts } from './facts.js';
import { combine } from './logic.js';
import { readExpression } from './read-expression.js';

type Chain = Extract<TypedExpression, { kind: 'chain' }>;

function isLogical(operator: string): operator is LogicalOperator {
  return operator === '&&' || operator === '||';
}

/** A chain of operators on one level: one logical operator throughout, or arithmetic or comparisons from left to right. */
export function readChain(analysis: Analysis, chain: Chain, branch: Branch): Facts {
  const [{ operator }] = chain.links as [Chain['links'][0]];
  const first = readExpression(analysis, chain.first, branch);
  if (isLogical(operator)) {
    // Both sides are evaluated, whatever the first is (switch logicalOperators), so the branch is the same for all.
    const others = chain.links.map(({ right }) => readExpression(analysis, right, branch));
    return combine(analysis, operator, [first, ...others], chain.span);
  }
  let left = first;
  let type: StaticType = chain.first.type;
  for (const [index, link] of chain.links.entries()) {
    const right = readExpression(analysis, link.right, branch);
    // The span of a part leaves its parentheses out, that of the chain has them.
    const last = index === chain.links.length - 1;
    const end = last ? chain.span.end : link.right.span.end;
    const span: Span = { start: chain.span.start, end };
    const leftExpression = index === 0 ? chain.first : undefined;
    left = readLink(analysis, left, leftExpression, link, right, span, type);
    ({ type } = link);
  }
  return left;
}

function mayBeVector(type: StaticType): boolean {
  return type === 'doubleVec' || type === 'numberList';
}

function readLink(
  analysis: Analysis,
  left: Facts,
  leftExpression: TypedExpression | undefined,
  link: Chain['links'][0],
  right: Facts,
  span: Span,
  leftType: StaticType,
): Facts {
  const { operator } = link;
  if (!isBinaryOperator(operator)) return { ...unknown, symbol: analysis.symbols.fresh() };
  if (operator === '/') {
    const { known, min, max } = right;
    analysis.divisions.push({ known, min, max, span: link.right.span });
  }
  if (isArithmetic(operator)) return calculate(analysis, operator, left, right, span);
  const relation = operator as RelationalOperator;
  const numbers = leftType === 'double' && link.right.type === 'double';
  const outcome =
    numbers && left.known && right.known ? outcomeOf(relation, left, right) : undefined;
  const facts = compare(analysis, relation, left, right, outcome, span);
  analysis.comparisons.push({
    span,
    operator: relation,
    left,
    right,
    leftExpression,
    rightExpression: link.right,
    outcome,
  });
  // Samples are compared element by element at best: nothing follows for the vector as a whole.
  const vectors = mayBeVector(leftType) || mayBeVector(link.right.type);
  return vectors ? { ...facts, whenTrue: [], whenFalse: [] } : facts;
}
