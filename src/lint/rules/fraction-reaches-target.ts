import { surround } from '../fix.js';
import type { Finding, Rule } from '../rule.js';

export const fractionReachesTarget: Rule = {
  id: 'fraction-reaches-target',
  category: 'suspicious',
  level: 'warning',
  summary: 'tasks divided by slots reach a target unrounded, and the service cuts the fraction off',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow }) => {
    const found = new Map<number, Finding>();
    for (const [target, { facts, statement }] of flow.targets) {
      const { quotient } = facts;
      if (quotient === undefined || found.has(quotient.start)) continue;
      const { value } = statement;
      const fix = surround('round the target up with ceil', value.span, 'ceil(', ')', false);
      found.set(quotient.start, {
        span: quotient,
        message: `this quotient reaches ${target} unrounded, and the service cuts its fraction off`,
        help: 'round it up with ceil: one task on two slots is half a node, applied as 0',
        labels: [{ span: value.span, message: `the value of ${target}` }],
        ...(value.type === 'double' && { fixes: [fix] }),
      });
    }
    return [...found.values()];
  },
};
