import type { Finding, Rule } from '../rule.js';

export const doubleCounting: Rule = {
  id: 'double-counting',
  category: 'cost',
  level: 'warning',
  summary: 'the same tasks are counted twice',
  since: '0.2.0',
  check: ({ flow: { targets } }) => {
    const found = new Map<number, Finding>();
    for (const { facts } of targets.values()) {
      const span = facts.countedTwice;
      if (span === undefined) continue;
      found.set(span.start, {
        span,
        message:
          '$PendingTasks counts waiting and running tasks already, so some are counted twice here',
        help: 'take $PendingTasks alone, or $ActiveTasks and $RunningTasks',
      });
    }
    const dedicated = targets.get('$TargetDedicatedNodes');
    const lowPriority = targets.get('$TargetLowPriorityNodes');
    if (dedicated === undefined || lowPriority === undefined) return [...found.values()];
    if ((dedicated.facts.whole & lowPriority.facts.whole) !== 0) {
      const { span } = lowPriority.statement.value;
      found.set(span.start, {
        span,
        message: 'both targets follow the whole number of tasks, so every task gets a node twice',
        help: 'give the second target what the first leaves over',
        labels: [{ span: dedicated.statement.value.span, message: 'the other target' }],
      });
    }
    return [...found.values()];
  },
};
