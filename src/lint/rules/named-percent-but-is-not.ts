import { assignedName } from '../assigned-name.js';
import type { Rule } from '../rule.js';

export const namedPercentButIsNot: Rule = {
  id: 'named-percent-but-is-not',
  category: 'style',
  level: 'info',
  summary: 'a variable is named a percentage and holds a number of tasks',
  since: '0.2.0',
  check: ({ flow, text }) =>
    flow.userVariables.flatMap(({ name, assignments }) => {
      const count = assignments.find(({ facts }) => facts.whole !== 0);
      if (count === undefined || !/percent|pct/i.test(name)) return [];
      return [
        {
          span: assignedName(text, count).span,
          message: `${name} holds a number of tasks`,
          help: 'name it after what it holds',
        },
      ];
    }),
};
