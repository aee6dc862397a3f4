import { formatNumber } from '../../../../src/report/format/number.js';
import type { Story } from '../story.js';

export const badNode: Story = {
  folder: 'bad-node',
  title: 'Bad node',
  differs: 'scenario',
  figures: ['recoveries', 'mean_wait', 'p95_wait', 'max_wait', 'makespan', 'node_hours', 'cost'],
  text: ({ first, mended }) => `
One node of eight is ill: every 20 minutes it becomes \`unusable\`, the service brings it back two minutes later, and the scheduler,
which knows nothing of the past, gives it the next two tasks of half an hour. Hardly any can end there. In the first run
nobody looks, and it interrupts tasks ${first.figure('recoveries')} times; all ${formatNumber(first.record.tasks.succeeded)} tasks succeed in the end, on other nodes,
so no failure is reported anywhere.

Watch *recoveries* without preemptions, and the strikes of the fault on one and the same node
(\`poolscale inspect run.ndjson --node\` tells its life). An eighth of the pool is lost: waits grow to ${first.figure('max_wait')}.

What to change: after two hours the operator removes the node, and asks for the eighth one again. Of the interruptions
${mended.figure('recoveries')} remain, the mean wait falls from ${first.figure('mean_wait')} to ${mended.figure('mean_wait')}, and the run ends after
${mended.figure('makespan')} instead of ${first.figure('makespan')}.`,
  claims: {
    'all tasks succeed in both': ({ first, mended }) =>
      [first, mended].every(
        ({ tasks }) => tasks.succeeded === tasks.submitted && tasks.failed === 0,
      ),
    'nothing strikes once the node is gone': ({ mended }) =>
      mended.faults![0]!.strikes.every(
        ({ atSeconds, nodes }) => nodes === (atSeconds < 7200 ? 1 : 0) || atSeconds === 7200,
      ),
    'tasks recover less often': ({ first, mended }) =>
      mended.tasks.recoveries < first.tasks.recoveries,
  },
};
