import type { Expression } from '../../parser/ast.js';
import { surround } from '../fix.js';
import type { Rule } from '../rule.js';
import { visitExpressions } from '../walk-syntax.js';

const none: readonly never[] = [];

function bareBranches(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'conditional') return none;
  return [expression.whenTrue, expression.whenFalse].filter(({ kind }) => kind === 'conditional');
}

export const nestedTernaryWithoutParentheses: Rule = {
  id: 'nested-ternary-without-parentheses',
  category: 'style',
  level: 'info',
  summary: 'a ternary stands in a branch of another without parentheses',
  fixable: 'fix',
  since: '0.2.0',
  check: ({ syntax }) => {
    const bare: Expression[] = [];
    visitExpressions(syntax, (expression) => bare.push(...bareBranches(expression)));
    return bare.map(({ span }) => ({
      span,
      message: 'a ternary in a branch of another is easier to read in parentheses',
      help: 'put it in parentheses; the meaning stays',
      fixes: [surround('put it in parentheses', span, '(', ')', true)],
    }));
  },
};
