import type { RunRecord } from '../../../../src/simulator/index.js';
import type { Story } from '../story.js';

const schedule = ({ jobSchedules = [] }: RunRecord) => jobSchedules[0]!;
const days = ({ end: { atSeconds } }: RunRecord): number => atSeconds / 86_400;

export const monthlyStatements: Story = {
  folder: 'monthly-statements',
  title: 'Monthly job schedule',
  differs: 'scenario',
  figures: ['succeeded', 'max_wait', 'node_hours', 'idle_node_hours', 'cost'],
  text: ({ first, mended }) => `
A bank prints its statements every 30 days: a job schedule creates a job of 3,000 tasks, and a formula brings nodes for them and takes
them away. In ${days(first.record)} days four months fall due. The first run prints one of them: its job is never completed, because nobody
said what ends it, and a schedule has one active job at most. It creates ${schedule(first.record).jobsCreated} job and misses
${schedule(first.record).recurrencesMissed} months, without a single error.

Watch the line of the job schedule in the report (or \`poolscale inspect run.ndjson --job-schedule month-end\`, which says what held each month)
rather than the waits, which look the same: ${first.figure('max_wait')} at most here,
${mended.figure('max_wait')} there. A cost that stops after the first month (${first.figure('cost')}) is the other sign.

What to change: \`onAllTasksComplete: terminatejob\`, and \`maxWallClockTime\` for the month in which a task hangs. The schedule then
creates ${schedule(mended.record).jobsCreated} jobs and misses ${schedule(mended.record).recurrencesMissed}; all months together take
${mended.figure('node_hours')} of node time and cost ${mended.figure('cost')}.`,
  claims: {
    'the first run creates one job of four, without an error': ({ first }) =>
      schedule(first).jobsCreated === 1 &&
      schedule(first).recurrencesMissed === 3 &&
      first.tasks.failed === 0 &&
      first.pools[0]!.autoScale!.failedEvaluations === 0,
    'the mended run creates all four, and each ends with its last task': ({ mended }) =>
      schedule(mended).jobsCreated === 4 &&
      schedule(mended).recurrencesMissed === 0 &&
      mended.tasks.succeeded === 12_000,
    'the waits of both are alike': ({ first, mended }) =>
      Math.abs(first.wait.maxSeconds! - mended.wait.maxSeconds!) < 0.3 * first.wait.maxSeconds!,
    'no node is left at the end': ({ first, mended }) =>
      [first, mended].every(({ pools }) => pools[0]!.series.dedicatedNodes.at(-1) === 0),
  },
};
