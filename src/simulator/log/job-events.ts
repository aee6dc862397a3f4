import type { JobState, JobStateName } from '../job/job-state.js';
import type { ServiceError } from '../operations/operation.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';

/** A job changed its state: ours, the service logs no such event. `from` is null for its creation. */
export function logJobState(
  log: EventLog,
  world: World,
  job: JobState,
  from: JobStateName | null,
): void {
  const pool = log.poolIds[job.pool] ?? 'null';
  const before = from === null ? 'null' : `"${from}"`;
  const reason =
    job.terminateReason === undefined
      ? ''
      : `,"terminateReason":${JSON.stringify(job.terminateReason)}`;
  const schedule = world.schedules[job.schedule];
  const origin =
    schedule === undefined ? '' : `,"jobScheduleId":${JSON.stringify(schedule.input.id)}`;
  const error =
    job.schedulingError === undefined
      ? ''
      : `,"schedulingError":${JSON.stringify(job.schedulingError)}`;
  const settings = from === null ? `${settingsText(job)}${specialTasksText(job)}` : error;
  logEvent(
    log,
    world.now,
    'JobStateChange',
    `{"id":${log.jobIds[job.index]!},"poolId":${pool},"from":${before},"to":"${job.state}"${origin}${reason}${settings}}`,
  );
}

/** Settings that bear on what the scheduler may start. */
function settingsText({ priority, maxParallelTasks }: JobState): string {
  return `,"priority":${priority},"maxParallelTasks":${maxParallelTasks}`;
}

/** What the job runs beside the tasks of its workload, by id. */
function specialTasksText({ input: { releaseTask } }: JobState): string {
  return releaseTask === undefined ? '' : `,"jobReleaseTask":${JSON.stringify(releaseTask.id)}`;
}

/** The settings of a job, or its pool, were changed by a user: ours. */
export function logJobUpdate(log: EventLog, world: World, job: JobState): void {
  const pool = log.poolIds[job.pool] ?? 'null';
  logEvent(
    log,
    world.now,
    'JobUpdate',
    `{"id":${log.jobIds[job.index]!},"poolId":${pool}${settingsText(job)},"maxTaskRetryCount":${job.maxTaskRetryCount}}`,
  );
}

/** A task of the workload was not added: ours. `index` is its place in the workload. */
export function logTaskRefusal(
  log: EventLog,
  world: World,
  job: JobState,
  index: number,
  { httpStatus, code }: ServiceError,
): void {
  const id = JSON.stringify((job.taskStream ?? world.stream).taskId(index));
  const body = `{"jobId":${log.jobIds[job.index]!},"id":${id},"httpStatus":${httpStatus},"code":"${code}"}`;
  logEvent(log, world.now, 'TaskRefusal', body);
}
