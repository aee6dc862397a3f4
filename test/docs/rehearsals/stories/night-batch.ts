import { formatNumber } from '../../../../src/report/format/number.js';
import type { Story } from '../story.js';

export const nightBatch: Story = {
  folder: 'night-batch',
  title: 'Night batch with business hours',
  differs: 'formula',
  figures: [
    'never_started',
    'p50_wait',
    'max_wait',
    'makespan',
    'idle_node_hours',
    'node_hours',
    'cost',
  ],
  text: ({ first, mended }) => `
People send small tasks from 7 to 18 o'clock on two working days; at 20 o'clock of each day a batch of 1,200 tasks comes that
should be done when they are back. The first formula goes by the clock: ten nodes in office hours, two otherwise. It sleeps when
the batch comes, so that after two days ${first.figure('never_started')} of ${formatNumber(first.record.tasks.submitted)} tasks have never
started, while ${first.figure('idle_node_hours')} of node time passed idle.

Watch *pending tasks* between 20 and 7 o'clock: a plateau that no target answers. The cost of the first run
(${first.figure('cost')} against ${mended.figure('cost')}) is lower only because its work is not done.

What to change: let the formula follow \`$PendingTasks\` at all hours, with a few warm nodes in office hours and a limit. The last task
of the second night then ends ${mended.figure('makespan')} after the start, before people are back, with
${mended.figure('idle_node_hours')} idle.`,
  claims: {
    'the first run leaves work undone, the mended one none': ({ first, mended }) =>
      first.tasks.neverStarted > 0 && mended.tasks.succeeded === mended.tasks.submitted,
    // 7 o'clock of the third day is 49 hours after the start; the run ends at 48.
    "the second night is over before 7 o'clock": ({ mended }) => mended.makespanSeconds < 48 * 3600,
  },
};
