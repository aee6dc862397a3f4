import { assignedName } from '../assigned-name.js';
import { replace } from '../fix.js';
import { nearMisses } from '../near-miss.js';
import type { Rule } from '../rule.js';

export const serviceVariableMisspelt: Rule = {
  id: 'service-variable-misspelt',
  category: 'correctness',
  level: 'error',
  summary: 'a variable is set that was meant to be a target or the deallocation option',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow, text, isHole }) =>
    nearMisses(flow).flatMap(({ variable, meant }) => {
      if (flow.hidesStatements || isHole(variable.name)) return [];
      const name = assignedName(text, variable.assignments.at(-1)!);
      return [
        {
          span: name.span,
          message: `${name.text} is a variable of this formula, and nothing reads it`,
          help: `did you mean ${meant}?`,
          fixes: [replace(`write ${meant}`, name.span, meant, false)],
        },
      ];
    }),
};
