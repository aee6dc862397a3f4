import { assignedName } from '../assigned-name.js';
import type { Rule } from '../rule.js';

export const targetAssignedTwice: Rule = {
  id: 'target-assigned-twice',
  category: 'style',
  level: 'info',
  summary: 'a target is set more than once',
  since: '0.2.0',
  check: ({ flow: { assignments, targets }, text }) =>
    [...targets.keys()].flatMap((target) => {
      const set = assignments.filter(
        ({ statement: { destination } }) =>
          destination.kind === 'target' && destination.target === target,
      );
      const [first] = set;
      if (first === undefined || set.length < 2) return [];
      return [
        {
          span: assignedName(text, set.at(-1)!).span,
          message: `${target} is set ${set.length} times; only the last value counts`,
          help: 'compute in a variable and set the target once',
          labels: [{ span: assignedName(text, first).span, message: 'first set here' }],
        },
      ];
    }),
};
