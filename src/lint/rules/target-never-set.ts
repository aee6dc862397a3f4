import { assignedName } from '../assigned-name.js';
import { nearMisses } from '../near-miss.js';
import type { Rule } from '../rule.js';

export const targetNeverSet: Rule = {
  id: 'target-never-set',
  category: 'correctness',
  level: 'warning',
  summary: 'the formula sets no target, so it never changes the size of the pool',
  since: '0.2.0',
  check: ({ flow, text, program }) => {
    if (flow.targets.size > 0 || flow.hidesStatements) return [];
    const miss = nearMisses(flow).find(({ meant }) => meant.startsWith('$Target'));
    const last = program.statements.at(-1);
    const span =
      miss === undefined
        ? (last?.span ?? { start: 0, end: text.length })
        : assignedName(text, miss.variable.assignments.at(-1)!).span;
    return [
      {
        span,
        message: 'no statement sets $TargetDedicatedNodes or $TargetLowPriorityNodes',
        help: 'the pool keeps its size; a formula that only computes figures for the evaluate operation is right so',
        ...(miss !== undefined && { level: 'error' as const }),
      },
    ];
  },
};
