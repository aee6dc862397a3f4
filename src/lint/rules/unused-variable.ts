import { assignedName } from '../assigned-name.js';
import { nearMisses } from '../near-miss.js';
import type { Rule } from '../rule.js';

export const unusedVariable: Rule = {
  id: 'unused-variable',
  category: 'style',
  level: 'info',
  summary: 'a variable is set and never read',
  since: '0.2.0',
  check: ({ flow, text, isHole }) => {
    // Without a target the variables are what the formula is evaluated for.
    if (flow.targets.size === 0 || flow.hidesStatements) return [];
    const misspelt = new Set(nearMisses(flow).map(({ variable }) => variable.name));
    return flow.userVariables
      .filter(({ name, read }) => !read && !misspelt.has(name) && !isHole(name))
      .map(({ name, assignments }) => ({
        span: assignedName(text, assignments.at(-1)!).span,
        message: `${name} is never read`,
        help: 'remove it, or use it: a forgotten lower bound often shows so',
      }));
  },
};
