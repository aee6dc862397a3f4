import type { Finding, Rule } from '../rule.js';

export const mixesCurrentAndTarget: Rule = {
  id: 'mixes-current-and-target',
  category: 'cost',
  level: 'warning',
  summary: 'demand beyond the target is added to the nodes that are there, or the other way round',
  since: '0.2.0',
  check: ({ flow: { targets } }) => {
    const found = new Map<number, Finding>();
    for (const [target, { facts }] of targets) {
      const span = facts.mixed;
      if (span === undefined) continue;
      found.set(span.start, {
        span,
        message: `this sum takes the current number of nodes on one side and the target on the other, so ${target} counts nodes that are still starting twice`,
        help: 'use the target on both sides, or the current number on both',
      });
    }
    return [...found.values()];
  },
};
