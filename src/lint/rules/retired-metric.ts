import { variableRows } from '../../language/variables.js';
import type { Rule } from '../rule.js';

export const retiredMetric: Rule = {
  id: 'retired-metric',
  category: 'reliability',
  level: 'info',
  summary: 'a metric is read that the documents no longer list',
  since: '0.2.0',
  check: ({ uses }) =>
    uses.flatMap(({ name: text, span }) => {
      if (variableRows.get(text)?.status !== 'retired') return [];
      return [
        {
          span,
          message: `${text} is gone from the documents of the service`,
          help: 'follow the number of tasks, $PendingTasks or $ActiveTasks',
        },
      ];
    }),
};
