import type { Quanta } from '../../base/time/quanta.js';
import type { JobScheduleInput, JobSpecification } from '../input/job-schedule-input.js';
import { recurrenceBefore, type Schedule } from './recurrence.js';

/** States of a job schedule (service.md section 3.6); `deleted` is ours: the object is gone. */
export const jobScheduleStates = [
  'active',
  'disabled',
  'terminating',
  'completed',
  'deleting',
  'deleted',
] as const;

export type JobScheduleStateName = (typeof jobScheduleStates)[number];

/** A job schedule during a run. */
export interface JobScheduleState {
  /** Index into `world.schedules`. */
  readonly index: number;
  readonly input: JobScheduleInput;
  state: JobScheduleStateName;
  /** When it creates jobs, and what they are like: those of an update count for later jobs. */
  schedule: Schedule;
  jobSpecification: JobSpecification;
  /** The recurrence of its latest job, or the last one that no job can be created for any more. */
  lastRecurrence: number;
  /** Jobs created so far. */
  created: number;
  /**
   * Recurrences without a job: one was active until it was too late, the schedule was disabled, or a quota was reached. Those since
   * its latest job are counted when it creates the next one, gets other times or ends (missed-recurrences.ts).
   */
  missed: number;
  /** When its latest job was created; negative before the first. */
  lastCreation: Quanta;
  /** Index of its latest job; -1 before the first. */
  latestJob: number;
  readonly createdAt: Quanta;
  /** When it was completed; -1 before. */
  completedAt: Quanta;
  /** Index of the auto pool that lives as long as the schedule; -1 for none. */
  autoPool: number;
  /** Order of the event at which it looks for a job to create; -1 for none. */
  awaitedEvent: number;
}

export function createJobScheduleState(
  index: number,
  input: JobScheduleInput,
  now: Quanta,
): JobScheduleState {
  const { schedule, jobSpecification } = input;
  return {
    index,
    input,
    state: 'active',
    schedule,
    jobSpecification,
    lastRecurrence: recurrenceBefore(schedule, now),
    created: 0,
    missed: 0,
    lastCreation: -1,
    latestJob: -1,
    createdAt: now,
    completedAt: -1,
    autoPool: -1,
    awaitedEvent: -1,
  };
}
