import { variableRows } from '../../language/variables.js';
import { replace } from '../fix.js';
import type { Rule } from '../rule.js';

export const deprecatedName: Rule = {
  id: 'deprecated-name',
  category: 'style',
  level: 'info',
  summary: 'a service variable is written under an old name',
  fixable: 'fix',
  since: '0.2.0',
  check: ({ uses }) =>
    uses.flatMap(({ name: text, span }) => {
      const row = variableRows.get(text);
      if (row?.status !== 'legacy') return [];
      return [
        {
          span,
          message: `${text} is an old name of ${row.id}`,
          help: `write ${row.id}`,
          fixes: [replace(`write ${row.id}`, span, row.id, true)],
        },
      ];
    }),
};
