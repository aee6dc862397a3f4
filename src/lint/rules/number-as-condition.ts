import { replace } from '../fix.js';
import type { Rule } from '../rule.js';

export const numberAsCondition: Rule = {
  id: 'number-as-condition',
  category: 'style',
  level: 'info',
  summary: 'the condition of a ternary is a number, not a comparison',
  fixable: 'fix',
  since: '0.2.0',
  check: ({ flow: { conditions } }) =>
    conditions
      .filter(
        ({ expression, facts }) =>
          expression.type === 'double' && facts.known && !facts.truth && !facts.literal,
      )
      .map(({ expression: { span }, facts }) => {
        // Where the number is never negative, both say the same and > 0 is what people write.
        const comparison = facts.min >= 0 ? ' > 0' : ' != 0';
        const end = { start: span.end, end: span.end };
        return {
          span,
          message: 'a number counts as true unless it is 0',
          help: `say what is meant: ...${comparison}`,
          fixes: [replace(`compare with${comparison}`, end, comparison, true)],
        };
      }),
};
