import { counted } from '../../format/counted.js';
import type { LifeSpan } from '../life-entry.js';
import type { JobScheduleLife } from './collect-job-schedule.js';

/** When the schedule had a job that was not over, for the time line: it has one at a time. */
export function jobSpans({ jobs }: JobScheduleLife, logEnd: number): LifeSpan[] {
  return jobs.map(({ createdAt, endedAt }) => ({
    state: 'with a job',
    from: createdAt,
    to: endedAt ?? logEnd,
  }));
}

/** What came of the recurrences of a job schedule. */
export function jobScheduleLines(life: JobScheduleLife): string[] {
  const { jobs, recurrencesMissed, autoPools } = life;
  const states = new Map<string, number>();
  for (const { state } of jobs) states.set(state, (states.get(state) ?? 0) + 1);
  const stateText = [...states].map(([state, count]) => `${count} ${state}`).join(', ');
  const refusals = Object.entries(life.refusals).map(([code, count]) => `${count} ${code}`);
  const rows = [
    ['jobs', `${jobs.length} created${stateText === '' ? '' : `: ${stateText}`}`],
    ['missed', `${counted(recurrencesMissed, 'recurrence')} went without a job`],
    ['refused', refusals.length === 0 ? 'none' : refusals.join(', ')],
    ...(autoPools.length === 0 ? [] : [['auto pool', poolText(autoPools)] as const]),
  ] as const;
  return rows.map(([name, text]) => `  ${name.padEnd(10)}  ${text}`);
}

function poolText(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).join(', ');
  return ids.length > 3 ? `${shown} and ${ids.length - 3} more` : shown;
}
