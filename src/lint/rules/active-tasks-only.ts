import type { Rule } from '../rule.js';

export const activeTasksOnly: Rule = {
  id: 'active-tasks-only',
  category: 'suspicious',
  level: 'warning',
  summary: 'the pool follows the waiting tasks alone and shrinks under those that run',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow, uses }) => {
    const { samples, targets } = flow;
    const [first] = samples;
    // A formula that reads other samples as well may make up for it with them.
    const alone = samples.every(({ expression }) => expression.metric === '$ActiveTasks');
    if (first === undefined || !alone || targets.size === 0) return [];
    const edits = uses
      .filter(({ name }) => name === '$ActiveTasks')
      .map(({ span }) => ({ span, newText: '$PendingTasks' }));
    return [
      {
        span: first.expression.span,
        message: '$ActiveTasks leaves out the tasks that run, so the pool shrinks under them',
        help: 'read $PendingTasks, which counts waiting and running tasks',
        fixes: [{ title: 'read $PendingTasks throughout', edits, safe: false }],
      },
    ];
  },
};
