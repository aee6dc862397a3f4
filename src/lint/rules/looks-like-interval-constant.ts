import { intervalNames } from '../../language/constants.js';
import { assignedName } from '../assigned-name.js';
import type { Rule } from '../rule.js';

function bare(name: string): string {
  return name.replace(/[$_]/g, '').toLowerCase().replace(/s$/, '');
}

const constants: ReadonlyMap<string, string> = new Map(
  [...intervalNames.keys()].map((name) => [bare(name), name]),
);

export const looksLikeIntervalConstant: Rule = {
  id: 'looks-like-interval-constant',
  category: 'suspicious',
  level: 'warning',
  summary: 'a variable is named like a constant of the language, with another meaning',
  since: '0.2.0',
  check: ({ flow, text }) =>
    flow.userVariables.flatMap(({ name, assignments }) => {
      const constant = constants.get(bare(name));
      if (constant === undefined) return [];
      return [
        {
          span: assignedName(text, assignments[0]).span,
          message: `${name} reads like the constant ${constant} and is a variable of this formula`,
          help: 'a plain number given to GetSample is a number of samples, not a length of time; give the variable another name',
        },
      ];
    }),
};
