import { variableRows } from '../../language/variables.js';
import { assignedName } from '../assigned-name.js';
import type { Rule } from '../rule.js';

const byLowerCase: ReadonlyMap<string, string> = new Map(
  [...variableRows.keys()].map((name) => [name.toLowerCase(), name]),
);

export const differsFromServiceNameByCase: Rule = {
  id: 'differs-from-service-name-by-case',
  category: 'suspicious',
  level: 'warning',
  summary: 'a variable differs from a service variable only by upper and lower case',
  since: '0.2.0',
  check: ({ flow, text }) =>
    flow.userVariables.flatMap(({ name, assignments }) => {
      const service = byLowerCase.get(name.toLowerCase());
      if (service === undefined) return [];
      return [
        {
          span: assignedName(text, assignments[0]).span,
          message: `${name} differs from ${service} only by case`,
          help: 'give the variable another name: nobody has recorded whether the service minds the case of names',
        },
      ];
    }),
};
