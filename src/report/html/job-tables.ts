import type { JobRecord, JobScheduleRecord } from '../../simulator/record/job-record.js';
import type { RunRecord } from '../../simulator/record/run-record.js';
import { formatDuration } from '../format/duration.js';
import { formatNumber } from '../format/number.js';
import { noValue } from '../format/figure-value.js';
import type { PageTable } from './page-data.js';

/** Rows of a table; its caption says where there are more, and the JSON answer has them. */
const shownRows = 50;

/** Job schedules and jobs with what became of them; no table for a run whose only job stayed active. */
export function jobTables({ jobs = [], jobFigures, jobSchedules = [] }: RunRecord): PageTable[] {
  return [...scheduleTable(jobSchedules), ...jobTable(jobs, jobFigures?.created ?? 0)];
}

function captionOf(what: string, all: number): string {
  return all > shownRows ? `${what}: the first ${shownRows} of ${formatNumber(all)}` : what;
}

function scheduleTable(schedules: readonly JobScheduleRecord[]): PageTable[] {
  if (schedules.length === 0) return [];
  const rows = schedules
    .slice(0, shownRows)
    .map(({ id, state, jobsCreated, recurrencesMissed, recentJobId = noValue }) => ({
      label: id,
      cells: [state, formatNumber(jobsCreated), formatNumber(recurrencesMissed), recentJobId].map(
        (text) => ({ text }),
      ),
    }));
  const columns = ['state', 'jobs', 'recurrences missed', 'latest job'];
  return [{ caption: captionOf('Job schedules', schedules.length), columns, rows }];
}

function jobTable(jobs: readonly JobRecord[], created: number): PageTable[] {
  if (jobs.length === 0) return [];
  const rows = jobs.slice(0, shownRows).map((job) => {
    const { id, poolId, state, createdSeconds, completedSeconds, terminateReason } = job;
    const texts = [
      poolId ?? noValue,
      state,
      formatDuration(createdSeconds),
      completedSeconds === null ? noValue : formatDuration(completedSeconds),
      terminateReason ?? noValue,
      ...taskTexts(job),
    ];
    return { label: id, cells: texts.map((text) => ({ text })) };
  });
  const columns = [
    'pool',
    'state',
    'created after',
    'completed after',
    'reason',
    'active tasks',
    'running',
    'succeeded',
    'failed',
  ];
  return [{ caption: captionOf('Jobs', created), columns, rows }];
}

/** A job that was deleted has no tasks any more. */
function taskTexts({ taskCounts }: JobRecord): string[] {
  if (taskCounts === undefined) return [noValue, noValue, noValue, noValue];
  const { active, running, succeeded, failed } = taskCounts;
  return [active, running, succeeded, failed].map((count) => formatNumber(count));
}
