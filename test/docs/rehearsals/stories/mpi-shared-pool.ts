import type { Story } from '../story.js';

export const mpiSharedPool: Story = {
  folder: 'mpi-shared-pool',
  title: 'MPI on a shared pool',
  differs: 'scenario',
  figures: ['max_wait', 'mean_wait', 'p95_wait', 'makespan', 'node_hours', 'cost'],
  text: ({ first, mended }) => `
Two MPI tasks of six nodes each share a pool of ten nodes with a sweep of tasks that need one. Their job has the higher priority,
which does not help: a multi-instance task starts when six nodes are free *together*, the service holds none back, and the sweep takes
each node as it comes free. An MPI task waits ${first.figure('max_wait')}, until the sweep is over.

Watch the longest wait beside the 95th percentile (${first.figure('p95_wait')}): a starving task hides in every mean. Pending tasks
are never zero while one waits, although nodes are idle now and then.

What to change: a pool of its own with \`enableInterNodeCommunication\`, which autoscale fills for the MPI tasks and empties after them. The
longest wait is ${mended.figure('max_wait')}, the run ends after ${mended.figure('makespan')} instead of ${first.figure('makespan')}, and the cost goes from
${first.figure('cost')} to ${mended.figure('cost')}.`,
  claims: {
    'an MPI task starves for hours in the first run only': ({ first, mended }) =>
      first.wait.maxSeconds! > 5 * 3600 && mended.wait.maxSeconds! < 1800,
    'pending tasks are never zero while an MPI task waits, and nodes are idle at times': ({
      first,
    }) => {
      const { stepSeconds, activeTasks, idleNodes } = first.pools[0]!.series;
      const from = Math.ceil(3600 / stepSeconds);
      const to = Math.floor((3600 + first.wait.maxSeconds!) / stepSeconds);
      return (
        activeTasks.slice(from, to).every((tasks) => tasks >= 1) &&
        idleNodes.slice(from, to).some((nodes) => nodes > 0)
      );
    },
    'the second pool is empty at the end': ({ mended }) =>
      mended.pools[1]!.series.dedicatedNodes.at(-1) === 0,
  },
};
