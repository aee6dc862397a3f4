import type { Story } from '../story.js';

export const spotStorm: Story = {
  folder: 'spot-storm',
  title: 'Spot storm',
  differs: 'formula',
  figures: [
    'p95_wait',
    'max_wait',
    'preemptions',
    'recoveries',
    'spot_node_hours',
    'dedicated_node_hours',
    'cost',
  ],
  text: ({ first, mended }) => `
A render farm on spot nodes loses 70 % of them at once, twice, and after the second storm the region has no spot capacity for 40
minutes. The first formula asks for spot nodes only and never reads \`$PreemptedNodeCount\`: its target rises and nothing comes, so that
5 % of the tasks wait longer than ${first.figure('p95_wait')}.

Watch *nodes of both kinds* after the second storm, where the line of the first run stays at what the storm has left
(the tinted stretch), and the target above it in the report of one run. The tasks on reclaimed nodes start again: they are the
${first.figure('recoveries')} recoveries, which no formula avoids.

What to change: ask for dedicated nodes in place of the lost ones, a few only. That takes ${mended.figure('dedicated_node_hours')} of dedicated
node time, raises the cost from ${first.figure('cost')} to ${mended.figure('cost')}, and brings the 95th percentile of the wait down to
${mended.figure('p95_wait')}.`,
  claims: {
    'dedicated nodes stand in only in the mended run': ({ first, mended }) =>
      first.pools[0]!.nodes.dedicated.allocated === 0 &&
      mended.pools[0]!.nodes.dedicated.allocated > 0,
    'all work is done in both': ({ first, mended }) =>
      [first, mended].every(({ tasks }) => tasks.succeeded === tasks.submitted),
    'the 95th percentile of the wait falls by more than a third': ({ first, mended }) =>
      mended.wait.p95Seconds! < first.wait.p95Seconds! * (2 / 3),
    'the mended run costs more': ({ first, mended }) =>
      Number(mended.cost!.total) > Number(first.cost!.total),
  },
};
