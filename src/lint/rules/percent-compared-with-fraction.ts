import type { TypedExpression } from '../../checker/typed-program.js';
import type { Facts } from '../flow/facts.js';
import { replace } from '../fix.js';
import type { Finding, Rule } from '../rule.js';

function finding(percent: Facts, other: Facts, expression: TypedExpression): Finding[] {
  if (percent.percents.length !== 1 || !other.constant || other.min <= 0 || other.max >= 1)
    return [];
  const meant = Math.round(other.min * 1e6) / 1e4;
  const fix = replace(`write ${meant}`, expression.span, `${meant}`, false);
  return [
    {
      span: expression.span,
      message: `a sample percentage goes from 0 to 100, so that only a window without samples is below ${other.min}`,
      help: `compare it with ${meant}`,
      ...(expression.kind === 'number' && { fixes: [fix] }),
    },
  ];
}

export const percentComparedWithFraction: Rule = {
  id: 'percent-compared-with-fraction',
  category: 'suspicious',
  level: 'warning',
  summary: 'a sample percentage, which goes to 100, is compared with a fraction of 1',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow: { comparisons } }) =>
    comparisons.flatMap(({ left, right, leftExpression, rightExpression }) => [
      ...finding(left, right, rightExpression),
      ...(leftExpression === undefined ? [] : finding(right, left, leftExpression)),
    ]),
};
