import { surround } from '../fix.js';
import type { Rule } from '../rule.js';

export const negativeTarget: Rule = {
  id: 'negative-target',
  category: 'reliability',
  level: 'info',
  summary: 'a target may become negative',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow }) =>
    [...flow.targets]
      .filter(([, { facts, statement }]) => {
        const number = statement.value.type === 'double' || statement.value.type === 'numberList';
        return number && facts.known && facts.min < 0;
      })
      .map(
        ([
          target,
          {
            statement: { value },
          },
        ]) => ({
          span: value.span,
          message: `${target} may become negative; what the service does then is not documented`,
          help: 'take max(0, ...) of it',
          fixes: [surround('take max(0, ...) of it', value.span, 'max(0, ', ')', false)],
        }),
      ),
};
