import type { JobFigures, JobScheduleRecord } from '../../simulator/record/job-record.js';
import type { RunRecord } from '../../simulator/record/run-record.js';
import { counted } from '../format/counted.js';
import { formatNumber } from '../format/number.js';
import { printable } from './text-width.js';

interface LabelledLine {
  readonly label: string;
  readonly text: string;
}

/** Lines and reasons before the rest is only counted: the JSON answer has them all. */
const shownSchedules = 10;
const shownReasons = 5;

/** How many jobs there were and what became of them, and a line for each job schedule. */
export function jobLines({ jobFigures, jobSchedules = [] }: RunRecord): LabelledLine[] {
  if (jobFigures === undefined) return [];
  const more = jobSchedules.length - shownSchedules;
  return [
    { label: 'jobs', text: jobText(jobFigures) },
    ...jobSchedules
      .slice(0, shownSchedules)
      .map((schedule) => ({ label: 'schedule', text: scheduleText(schedule) })),
    ...(more <= 0 ? [] : [{ label: '', text: `and ${counted(more, 'more schedule')}` }]),
  ];
}

function jobText({ created, states, terminateReasons }: JobFigures): string {
  const reasons = Object.entries(terminateReasons).sort(([, a], [, b]) => b - a);
  const shown = reasons
    .slice(0, shownReasons)
    .map(([reason, count]) => `${formatNumber(count)} ${printable(reason)}`);
  const more = reasons.length - shownReasons;
  if (more > 0) shown.push(counted(more, 'other reason'));
  const parts = Object.entries(states).map(([state, count]) => {
    const why = state === 'completed' && shown.length > 0 ? ` (${shown.join(', ')})` : '';
    return `${formatNumber(count)} ${state}${why}`;
  });
  return `${formatNumber(created)} created${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

function scheduleText({ id, state, jobsCreated, recurrencesMissed }: JobScheduleRecord): string {
  const counts = `${counted(jobsCreated, 'job')}, ${counted(recurrencesMissed, 'recurrence')} missed`;
  return `${printable(id)}: ${counts}${state === 'active' ? '' : `, ${state}`}`;
}
