import { formatNumber } from '../../../../src/report/format/number.js';
import type { Story } from '../story.js';

export const stuckResize: Story = {
  folder: 'stuck-resize',
  title: 'Stuck resize under long tasks',
  differs: 'scenario',
  figures: ['never_started', 'mean_wait', 'max_wait', 'peak_nodes', 'node_hours', 'cost'],
  text: ({ first, mended }) => `
In the evening an operator shrinks a pool from 20 nodes to 4 with \`taskcompletion\` and a resize timeout of 16 hours, while 14 nodes
run tasks of about 14 hours. At 7 o'clock they want 20 nodes again for the tasks of the day. The pool is still \`resizing\`, so the
service answers ${first.record.operations[1]!.httpStatus} \`${first.record.operations[1]!.error!.code}\`, and a script that does not read the answer leaves
the day to four nodes: ${formatNumber(first.record.tasks.neverStarted)} of ${formatNumber(first.record.tasks.submitted)} tasks have not started when the run
ends.

Watch the nodes in state \`leavingpool\`: they are present and paid for, take no task, and hold the resize open. The report names the
refused operation in its warnings and lists it below the charts.

What to change: stop the resize first (\`stopPoolResize\`), then ask. Nothing is rolled back: the draining nodes still leave after their
tasks, and new ones come beside them, ${mended.figure('peak_nodes')} nodes at most for a while. The longest wait of the run is
${mended.figure('max_wait')}. A shorter resize timeout, or \`requeue\` for tasks that are cheap to repeat, avoids the trap altogether.`,
  claims: {
    'only the first run is refused': ({ first, mended }) =>
      first.operations[1]!.error?.code === 'PoolBeingResized' &&
      mended.operations.every(({ error }) => error === undefined),
    'sixteen nodes leave in the end, and none come again in the first run': ({ first, mended }) =>
      first.pools[0]!.nodes.dedicated.removed === 16 &&
      first.pools[0]!.nodes.dedicated.allocated === 20 &&
      mended.pools[0]!.nodes.dedicated.allocated > 20,
    'the mended run does all its work': ({ mended }) =>
      mended.tasks.succeeded === mended.tasks.submitted,
  },
};
