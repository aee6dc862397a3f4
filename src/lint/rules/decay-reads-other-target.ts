import { variableRows, type TargetName } from '../../language/variables.js';
import { poolTerm } from '../flow/facts.js';
import { replace } from '../fix.js';
import type { Rule } from '../rule.js';

const others: Readonly<Record<TargetName, TargetName>> = {
  $TargetDedicatedNodes: '$TargetLowPriorityNodes',
  $TargetLowPriorityNodes: '$TargetDedicatedNodes',
};

export const decayReadsOtherTarget: Rule = {
  id: 'decay-reads-other-target',
  category: 'suspicious',
  level: 'warning',
  summary: 'a target shrinks by a part of the other target',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow: { targets, hidesStatements }, uses }) => {
    if (hidesStatements) return [];
    return [...targets].flatMap(([target, { facts }]) => {
      const other = others[target];
      const kept = targets.get(other);
      const readsOther = (facts.decays & poolTerm(other)) !== 0;
      const readsOwn = (facts.decays & poolTerm(target)) !== 0;
      // Where the other target follows the load as well, the formula may mean both.
      if (!readsOther || readsOwn || kept?.facts.constant === false) return [];
      const read = uses.find(
        ({ name, assigned }) => !assigned && variableRows.get(name)?.id === other,
      );
      if (read === undefined) return [];
      return [
        {
          span: read.span,
          message: `${target} shrinks by a part of ${other}, which this formula ${kept === undefined ? 'does not set' : 'holds constant'}, so it falls to 0 at once`,
          help: `read ${target} here`,
          fixes: [replace(`write ${target}`, read.span, target, false)],
        },
      ];
    });
  },
};
