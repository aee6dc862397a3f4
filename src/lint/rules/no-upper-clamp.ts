import { surround } from '../fix.js';
import type { Rule } from '../rule.js';

export const noUpperClamp: Rule = {
  id: 'no-upper-clamp',
  category: 'cost',
  level: 'warning',
  summary: 'a target grows with the number of tasks without a limit',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow, environment: { maxNodes } }) =>
    [...flow.targets]
      .filter(([, { facts }]) => facts.grows)
      .map(([target, { statement }]) => {
        const { span } = statement.value;
        const limit = maxNodes === undefined ? 'the most nodes that you want to pay for' : maxNodes;
        const fixes =
          maxNodes === undefined
            ? []
            : [surround(`limit it to ${maxNodes} nodes`, span, `min(${maxNodes}, `, ')', false)];
        return {
          span,
          message: `${target} grows with the number of tasks without a limit; only the quota of the account stops it`,
          help: `take min(...) of it and ${limit}`,
          fixes,
        };
      }),
};
