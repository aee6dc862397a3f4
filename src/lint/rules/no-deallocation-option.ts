import { assignedName } from '../assigned-name.js';
import { replace } from '../fix.js';
import type { Rule } from '../rule.js';

export const noDeallocationOption: Rule = {
  id: 'no-deallocation-option',
  category: 'reliability',
  level: 'info',
  summary: 'without a deallocation option, nodes are removed under running tasks',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow: { assignments, hidesStatements }, text }) => {
    const target = assignments.find(({ statement }) => statement.destination.kind === 'target');
    const set = assignments.some(({ statement }) => statement.destination.kind === 'deallocation');
    if (target === undefined || set || hidesStatements) return [];
    const { start } = target.statement.span;
    const statement = '$NodeDeallocationOption = taskcompletion;\n';
    return [
      {
        span: assignedName(text, target).span,
        message:
          '$NodeDeallocationOption is not set, and its default requeue stops running tasks when the pool shrinks',
        help: 'set $NodeDeallocationOption = taskcompletion to let them finish',
        fixes: [replace('let running tasks finish', { start, end: start }, statement, false)],
      },
    ];
  },
};
