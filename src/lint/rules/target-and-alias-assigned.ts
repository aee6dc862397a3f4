import { assignedName } from '../assigned-name.js';
import type { AssignedValue } from '../flow/flow.js';
import type { Rule } from '../rule.js';

function isAlias({ statement: { destination } }: AssignedValue): boolean {
  return destination.kind !== 'user' && destination.alias;
}

/** The variable that is set, whichever of its names is written. */
function meaning({ statement: { destination } }: AssignedValue): string | undefined {
  switch (destination.kind) {
    case 'user':
      return undefined;
    case 'target':
      return destination.target;
    case 'deallocation':
      return '$NodeDeallocationOption';
  }
}

export const targetAndAliasAssigned: Rule = {
  id: 'target-and-alias-assigned',
  category: 'suspicious',
  level: 'info',
  summary: 'a service variable is set under two of its names',
  since: '0.2.0',
  check: ({ flow: { assignments }, text }) =>
    assignments.filter(isAlias).flatMap((alias) => {
      const full = assignments.find((each) => !isAlias(each) && meaning(each) === meaning(alias));
      if (full === undefined) return [];
      const name = assignedName(text, alias);
      return [
        {
          span: name.span,
          message: `${name.text} is another name of ${meaning(alias)}, which is set as well; the full name wins, whatever the order`,
          help: `use ${meaning(alias)} only`,
          labels: [{ span: assignedName(text, full).span, message: 'set here' }],
        },
      ];
    }),
};
