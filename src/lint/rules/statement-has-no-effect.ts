import type { Rule } from '../rule.js';

export const statementHasNoEffect: Rule = {
  id: 'statement-has-no-effect',
  category: 'suspicious',
  level: 'info',
  summary: 'a statement computes a value that nothing receives',
  since: '0.2.0',
  check: ({ program, isHole }) =>
    program.statements.flatMap(({ kind, value, span }) => {
      if (kind !== 'expression') return [];
      if (value.kind === 'call' && value.function === 'stop') return [];
      if (value.kind === 'undefined' && isHole(value.name)) return [];
      return [
        {
          span,
          message: 'nothing receives the value of this statement',
          help: 'assign it to a variable, or remove it',
        },
      ];
    }),
};
