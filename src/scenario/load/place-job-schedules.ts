import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';
import type { Schedule } from '../../simulator/job-schedule/recurrence.js';
import { skippedText } from '../../workload/read/trace-report.js';
import type { ScheduleFile } from '../schema/job-schedule-schema.js';
import type { Moment } from '../schema/time-fields.js';
import { checkSchedule } from './check-job-schedules.js';
import { momentQuanta } from './moment-quanta.js';
import type { ScheduledWorkload } from './scheduled-workload.js';
import type { PreparedJobSchedule } from './read-job-schedules.js';

/** Puts job schedules on the clock of the run, on which they are created at its start. */
export function placeJobSchedules(
  document: TextDocument,
  schedules: readonly PreparedJobSchedule[],
  start: Timestamp,
  diagnostics: Diagnostic[],
): ScheduledWorkload[] {
  return schedules.map(({ schedule, ...rest }, index) => {
    const path = ['jobSchedules', index, 'schedule'];
    const times = scheduleOnClock(schedule, start, document, path, diagnostics);
    return { ...rest, schedule: { doNotRunUntil: 0, ...times } };
  });
}

/** The times of a schedule on the clock of the run; its first recurrence may lie before the start. */
export function scheduleOnClock(
  { doNotRunUntil, doNotRunAfter, startWindow, recurrenceInterval }: ScheduleFile,
  start: Timestamp,
  document: TextDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): Partial<Schedule> {
  const times = {
    ...(doNotRunUntil === undefined ? {} : { doNotRunUntil: anyMoment(doNotRunUntil, start) }),
    ...(doNotRunAfter === undefined
      ? {}
      : {
          doNotRunAfter: momentQuanta(
            doNotRunAfter,
            start,
            document,
            [...path, 'doNotRunAfter'],
            diagnostics,
          ),
        }),
    ...(startWindow === undefined ? {} : { startWindow }),
    ...(recurrenceInterval === undefined ? {} : { recurrenceInterval }),
  };
  diagnostics.push(...checkSchedule(document, path, times));
  return times;
}

function anyMoment(moment: Moment, start: Timestamp): number {
  return moment.kind === 'duration'
    ? moment.duration
    : Math.round((moment.instant - start) / ticksPerQuantum);
}

/** What becomes of the dates of traces in job schedules, for the report. */
export function jobScheduleNotes(
  schedules: readonly Pick<ScheduledWorkload, 'id' | 'workloads'>[],
): string[] {
  return schedules.flatMap(({ id, workloads }) =>
    workloads.flatMap((workload) => {
      if (workload.kind !== 'trace') return [];
      const { name, table } = workload;
      const skipped = skippedText(table.skipped);
      return [
        `${name}: submitted anew by each job of job schedule ${id}, from its creation on`,
        ...(skipped === '' ? [] : [`${name}: rows skipped: ${skipped}`]),
      ];
    }),
  );
}
