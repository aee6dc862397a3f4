import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';

import type { Span } from '../base/text/source-text.js';
import type { BinaryOperator } from '../language/operators.js';
import * as t from '../lexer/tokens.js';
import type { ChainLink, Expression } from './ast.js';

/** Binary operators by precedence, loosest first; all associate to the left. The grammar's documentation names the levels. */
export const operatorLevels: readonly { readonly name: string; readonly operators: TokenType }[] = [
  { name: 'disjunction', operators: t.OrOperator },
  { name: 'conjunction', operators: t.AndOperator },
  { name: 'equality', operators: t.EqualityOperator },
  { name: 'relation', operators: t.RelationalOperator },
  { name: 'sum', operators: t.AdditiveOperator },
  { name: 'product', operators: t.MultiplicativeOperator },
];

/** An operator with the operand that follows it. */
export interface OperatorStep {
  readonly operator: IToken;
  readonly right: Expression;
}

/** The chains of a row of operands, such as `a + b * c`: one for each level that occurs, tighter ones inside. */
export function chainsOf(first: Expression, steps: readonly OperatorStep[], level = 0): Expression {
  const operators = operatorLevels[level]?.operators;
  if (steps.length === 0 || operators === undefined) return first;
  const splits = steps.flatMap(({ operator }, at) => (tokenMatcher(operator, operators) ? at : []));
  const operands = [-1, ...splits].map((at, part) => {
    const start = at < 0 ? first : steps[at]!.right;
    return chainsOf(start, steps.slice(at + 1, splits[part] ?? steps.length), level + 1);
  });
  if (splits.length === 0) return operands[0]!;
  const links = splits.map((at, part): ChainLink => {
    const { image, startOffset } = steps[at]!.operator;
    const operatorSpan: Span = { start: startOffset, end: startOffset + image.length };
    return { operator: image as BinaryOperator, operatorSpan, right: operands[part + 1]! };
  });
  const span = { start: operands[0]!.span.start, end: links.at(-1)!.right.span.end };
  return { kind: 'chain', first: operands[0]!, links, span };
}
