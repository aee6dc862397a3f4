import type { Story } from '../story.js';

export const poisonedStartTask: Story = {
  folder: 'poisoned-start-task',
  title: 'Poisoned start task',
  differs: 'formula',
  figures: [
    'never_started',
    'succeeded',
    'mean_wait',
    'max_wait',
    'peak_nodes',
    'node_hours',
    'cost',
  ],
  text: ({ first, mended }) => `
The morning's release of a start task fails on every node for 40 minutes, then it is mended. A node whose start task has failed
takes no tasks, is billed, and stays so until somebody reboots or removes it. The first formula counts pending tasks, has its
${first.figure('peak_nodes')} nodes, and is content: not one task runs in eight hours, for ${first.figure('cost')}.

Watch nodes without idle and without running tasks while pending tasks only grow; and a slot utilisation of
${first.figure('utilisation')}. By its counts the pool looks healthy: current and target nodes are the same.

What to change: compare what there is with what is usable. The mended formula empties a pool in which \`$UsableNodeCount\` was zero for a
quarter of an hour, so that the next evaluation asks for fresh nodes. While the fault lasts that is in vain; afterwards the pool
recovers by itself, the longest wait is ${mended.figure('max_wait')}, and all ${mended.figure('succeeded')} tasks are done for
${mended.figure('cost')}. The formula asks \`GetSamplePercent\` in a condition of its own first, because \`GetSample\` fails where samples are missing.`,
  claims: {
    'no task runs in the first run': ({ first }) => first.tasks.attempts === 0,
    'the mended run does all its work, without a failed evaluation': ({ mended }) =>
      mended.tasks.succeeded === mended.tasks.submitted &&
      mended.pools[0]!.autoScale!.failedEvaluations === 0,
    'the first pool has the nodes that it asks for': ({ first: { pools } }) =>
      pools[0]!.series.dedicatedNodes.at(-1) === pools[0]!.series.targetDedicatedNodes.at(-1),
    'the longest wait has the fault in it': ({ mended }) => mended.wait.maxSeconds! > 40 * 60,
  },
};
