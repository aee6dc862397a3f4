import { expect, it } from 'vitest';

import { jobTables } from '../../../src/report/html/job-tables.js';
import type { JobRecord } from '../../../src/simulator/index.js';
import { runRecord } from '../run-record-fixture.js';

const completed: JobRecord = {
  id: 'month-end:job-1',
  poolId: 'statements',
  state: 'completed',
  jobScheduleId: 'month-end',
  createdSeconds: 0,
  completedSeconds: 5400,
  terminateReason: 'AllTasksComplete',
  taskCounts: { active: 1, running: 2, completed: 1900, succeeded: 1500, failed: 400 },
};

it('the report of a run has a table of its job schedules and one of its jobs', () => {
  const tables = jobTables(
    runRecord({
      jobSchedules: [
        {
          id: 'month-end',
          state: 'active',
          jobsCreated: 2,
          recurrencesMissed: 1,
          recentJobId: 'month-end:job-2',
        },
      ],
      jobFigures: { created: 2, states: {}, terminateReasons: {} },
      jobs: [
        completed,
        { id: 'b', poolId: null, state: 'deleted', createdSeconds: 86_400, completedSeconds: null },
      ],
    }),
  );
  expect(
    tables.map(({ caption, rows }) => [
      caption,
      ...rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)].join(' | ')),
    ]),
  ).toEqual([
    ['Job schedules', 'month-end | active | 2 | 1 | month-end:job-2'],
    [
      'Jobs',
      'month-end:job-1 | statements | completed | 0s | 1h 30m | AllTasksComplete | 1 | 2 | 1,500 | 400',
      // A job that is gone has no tasks.
      'b | - | deleted | 1d | - | - | - | - | - | -',
    ],
  ]);
  expect(jobTables(runRecord())).toEqual([]);
});

it('a long table says in its caption how many rows there are', () => {
  const [table] = jobTables(
    runRecord({
      jobFigures: { created: 1200, states: {}, terminateReasons: {} },
      jobs: Array.from({ length: 1000 }, () => completed),
    }),
  );
  expect(table?.caption).toBe('Jobs: the first 50 of 1,200');
  expect(table?.rows).toHaveLength(50);
});
