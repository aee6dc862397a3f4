import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import type { JobScheduleState, JobScheduleStateName } from '../job-schedule/job-schedule-state.js';
import type { ServiceError } from '../operations/operation.js';
import type { World } from '../world.js';
import { instantText, logEvent, type EventLog } from './event-log.js';

/** The `schedule` of a job schedule, as the REST interface writes it. */
function scheduleBody(log: EventLog, { schedule }: JobScheduleState): object {
  const { doNotRunUntil, doNotRunAfter, startWindow, recurrenceInterval } = schedule;
  const instant = (at: Quanta | undefined): string | undefined =>
    at === undefined ? undefined : instantText(log, at);
  const duration = (quanta: Quanta | undefined): string | undefined =>
    quanta === undefined ? undefined : `PT${quantaToSeconds(quanta)}S`;
  return {
    doNotRunUntil: instant(doNotRunUntil),
    doNotRunAfter: instant(doNotRunAfter),
    startWindow: duration(startWindow),
    recurrenceInterval: duration(recurrenceInterval),
  };
}

/** A job schedule changed its state: ours, the service logs no such event. `from` is null for its creation. */
export function logJobScheduleState(
  log: EventLog,
  world: World,
  schedule: JobScheduleState,
  from: JobScheduleStateName | null,
): void {
  const body = {
    id: schedule.input.id,
    from,
    to: schedule.state,
    ...(from === null ? { schedule: scheduleBody(log, schedule) } : {}),
  };
  logEvent(log, world.now, 'JobScheduleStateChange', JSON.stringify(body));
}

/** The times of a schedule, or what its later jobs are like, were changed by a user: ours. */
export function logJobScheduleUpdate(
  log: EventLog,
  world: World,
  schedule: JobScheduleState,
): void {
  const body = { id: schedule.input.id, schedule: scheduleBody(log, schedule) };
  logEvent(log, world.now, 'JobScheduleUpdate', JSON.stringify(body));
}

/** A job that was due could not be created: ours. */
export function logJobRefusal(
  log: EventLog,
  world: World,
  schedule: JobScheduleState,
  id: string,
  { httpStatus, code }: ServiceError,
): void {
  const body = { id, jobScheduleId: schedule.input.id, httpStatus, code };
  logEvent(log, world.now, 'JobRefusal', JSON.stringify(body));
}
