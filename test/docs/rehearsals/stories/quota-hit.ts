import { formatNumber } from '../../../../src/report/format/number.js';
import type { Story } from '../story.js';

const code = 'AccountCoreQuotaReached';

export const quotaHit: Story = {
  folder: 'quota-hit',
  title: 'Quota hit',
  differs: 'formula',
  figures: [
    'makespan',
    'mean_wait',
    'peak_nodes',
    'resizes',
    'dedicated_node_hours',
    'spot_node_hours',
    'cost',
  ],
  text: ({ first, mended }) => `
A campaign of ${formatNumber(first.record.tasks.submitted)} tasks asks for up to 60 dedicated nodes, and the account has cores for 25; after 90
minutes another team gets half of the quota. Allocation goes up to the quota and ends with \`${code}\`
(${formatNumber(first.record.pools[0]!.resizeResults[code]!)} of ${first.figure('resizes')} resizes), because the formula asks again at every evaluation.

Watch the distance between the nodes and their target in the report of one run, and the results of the resizes, which
\`poolscale simulate\` counts by their code. Nothing fails and nothing is slow to boot: the mean wait is ${first.figure('mean_wait')} and no target
changes that.

What to change: know the quota in the formula, and use the other one. Spot cores are counted apart; 12 dedicated nodes and spot
nodes for the rest peak at ${mended.figure('peak_nodes')} nodes, end after ${mended.figure('makespan')} instead of ${first.figure('makespan')} and cost
${mended.figure('cost')} instead of ${first.figure('cost')} (without preemptions: try \`--param preempt.rate_per_hour=0.1\`).`,
  claims: {
    'the first run meets the quota, the mended one does not': ({ first, mended }) =>
      first.pools[0]!.resizeResults[code]! > 0 &&
      mended.pools[0]!.resizeResults[code] === undefined,
    'the first run never has more than 25 nodes': ({ first }) => first.pools[0]!.peakNodes === 25,
    'no spot node is preempted': ({ mended }) => mended.pools[0]!.nodes.spot.preemptions === 0,
  },
};
