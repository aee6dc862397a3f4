import { z } from 'zod';

import { readOnly } from '../../base/document/schema-parts.js';
import type { Quanta } from '../../base/time/quanta.js';
import { jobSpecificationSchema, type JobSpecificationFile } from './job-schema.js';
import { displayNameField, idField } from './pool-schema.js';
import { durationField, momentField, type Moment } from './time-fields.js';

/** When a job schedule creates its jobs, with REST names. */
export interface ScheduleFile {
  readonly doNotRunUntil?: Moment | undefined;
  readonly doNotRunAfter?: Moment | undefined;
  readonly startWindow?: Quanta | undefined;
  readonly recurrenceInterval?: Quanta | undefined;
}

/** A job schedule as a scenario writes it, with the names of the REST interface. */
export interface JobScheduleFile {
  readonly id: string;
  readonly schedule: ScheduleFile;
  readonly jobSpecification: JobSpecificationFile;
}

export const scheduleSchema: z.ZodType<ScheduleFile> = z.strictObject({
  doNotRunUntil: momentField()
    .optional()
    .describe('Earliest time of the first job; the creation of the schedule by default.'),
  doNotRunAfter: momentField()
    .optional()
    .describe('Time after which no job is created; no end by default.'),
  startWindow: durationField()
    .optional()
    .describe('How late a job may be created; the whole interval by default, at least PT1M.'),
  recurrenceInterval: durationField()
    .optional()
    .describe('Time between two jobs, at least PT1M; a single job by default.'),
});

export const jobScheduleSchema: z.ZodType<JobScheduleFile> = z.strictObject({
  id: idField().describe('Id of the job schedule; its jobs are <id>:job-1, <id>:job-2, ...'),
  schedule: scheduleSchema.describe('When jobs are created; all times are in UTC.'),
  jobSpecification: jobSpecificationSchema.describe(
    'What its jobs are like; times of their tasks count from the creation of each job.',
  ),
  displayName: displayNameField().optional().describe('For the reader.'),
  metadata: z.unknown().optional().describe('For the reader.'),
  creationTime: readOnly(),
  eTag: readOnly(),
  executionInfo: readOnly(),
  lastModified: readOnly(),
  previousState: readOnly(),
  previousStateTransitionTime: readOnly(),
  state: readOnly(),
  stateTransitionTime: readOnly(),
  stats: readOnly(),
  url: readOnly(),
});
