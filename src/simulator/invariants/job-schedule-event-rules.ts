import { parseIsoDuration, parseIsoInstant } from '../../base/time/iso8601.js';
import { ticksPerMillisecond } from '../../base/time/ticks.js';
import { text, type EventBody, type EventRule, type LoggedEvent } from './event-rule.js';

/** States of a job schedule by the state before (service.md section 3.6); null stands for not yet created. */
const transitions: ReadonlyMap<string | null, readonly string[]> = new Map([
  [null, ['active']],
  ['active', ['disabled', 'terminating', 'completed', 'deleting']],
  ['disabled', ['active', 'terminating', 'deleting']],
  ['terminating', ['completed', 'deleting']],
  ['completed', ['deleting']],
  ['deleting', ['deleted']],
]);

interface Times {
  /** Milliseconds since 2020. */
  readonly doNotRunUntil: number;
  readonly doNotRunAfter: number;
  readonly startWindow: number;
  readonly recurrenceInterval: number;
}

function timesOf(body: EventBody): Times {
  const schedule = body['schedule'] as Readonly<Record<string, string | undefined>>;
  const { doNotRunUntil, doNotRunAfter, startWindow, recurrenceInterval } = schedule;
  const milliseconds = (ticks: number | undefined): number =>
    (ticks ?? Infinity) / ticksPerMillisecond;
  return {
    doNotRunUntil: milliseconds(parseIsoInstant(doNotRunUntil!)),
    doNotRunAfter: milliseconds(parseIsoInstant(doNotRunAfter ?? '')),
    startWindow: milliseconds(parseIsoDuration(startWindow ?? '')),
    recurrenceInterval: milliseconds(parseIsoDuration(recurrenceInterval ?? '')),
  };
}

interface FollowedSchedule {
  state: string;
  times: Times;
  /** The recurrence of its latest job under these times. */
  recurrence: number;
}

function follow(schedules: Map<string, FollowedSchedule>, { event, body }: LoggedEvent): void {
  const id = text(body, 'id');
  const known = schedules.get(id);
  if (event === 'JobScheduleStateChange') {
    if (known === undefined) {
      schedules.set(id, { state: text(body, 'to'), times: timesOf(body), recurrence: -1 });
    } else {
      known.state = text(body, 'to');
    }
  } else if (event === 'JobScheduleUpdate') {
    known!.times = timesOf(body);
    known!.recurrence = -1;
  }
}

/** What is wrong with a job that a schedule creates now. */
function wrongCreation(schedule: FollowedSchedule, time: string): string | undefined {
  const { state, times, recurrence } = schedule;
  if (state !== 'active') return `the schedule is ${state}`;
  const at = parseIsoInstant(time)! / ticksPerMillisecond;
  const { doNotRunUntil, doNotRunAfter, startWindow, recurrenceInterval } = times;
  // The instants of the log are whole milliseconds, those of the run finer.
  if (at < doNotRunUntil - 1) return 'it is before doNotRunUntil';
  if (at > doNotRunAfter + 1) return 'it is after doNotRunAfter';
  const reached =
    recurrenceInterval === Infinity ? 0 : Math.floor((at + 1 - doNotRunUntil) / recurrenceInterval);
  const late = at - doNotRunUntil - (reached === 0 ? 0 : reached * recurrenceInterval);
  if (late > startWindow + 1)
    return `it is ${late} ms late, and the start window is ${startWindow}`;
  schedule.recurrence = reached;
  return reached > recurrence ? undefined : `recurrence ${reached} had a job already`;
}

/** Job schedules as the event stream tells of them (service.md sections 3.6 and 14). */
export const jobScheduleEventRules: readonly EventRule[] = [
  {
    name: 'a job schedule is in one state at a time and moves only as the service lets it',
    create() {
      const states = new Map<string, string>();
      return ({ event, body }) => {
        if (event !== 'JobScheduleStateChange') return undefined;
        const [id, from, to] = [text(body, 'id'), body['from'] as string | null, text(body, 'to')];
        const known = states.get(id) ?? null;
        states.set(id, to);
        return from === known && transitions.get(from)?.includes(to) === true
          ? undefined
          : `job schedule ${id} goes from ${from} to ${to}, and it is ${known}`;
      };
    },
  },
  {
    name: 'a schedule never has two active jobs',
    create() {
      const active = new Map<string, string>();
      return ({ event, body }) => {
        if (event !== 'JobStateChange' || !('jobScheduleId' in body)) return undefined;
        const [id, schedule, to] = [
          text(body, 'id'),
          text(body, 'jobScheduleId'),
          text(body, 'to'),
        ];
        const other = active.get(schedule);
        if (to === 'completed' || to === 'deleted') {
          if (other === id) active.delete(schedule);
          return undefined;
        }
        if (body['from'] !== null) return undefined;
        active.set(schedule, id);
        return other === undefined ? undefined : `${id} is created while ${other} is active`;
      };
    },
  },
  {
    name: 'a recurrence of a schedule has one job at most, within its start window',
    create() {
      const schedules = new Map<string, FollowedSchedule>();
      return (line) => {
        const { event, body, time } = line;
        if (event.startsWith('JobSchedule')) follow(schedules, line);
        const isCreation =
          event === 'JobStateChange' && body['from'] === null && 'jobScheduleId' in body;
        if (!isCreation) return undefined;
        const wrong = wrongCreation(schedules.get(text(body, 'jobScheduleId'))!, time);
        return wrong === undefined ? undefined : `${text(body, 'id')} is created: ${wrong}`;
      };
    },
  },
];
