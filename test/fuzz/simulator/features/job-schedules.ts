import type { Draws } from '../../draws.js';
import type { Feature } from '../feature.js';
import type { Json, ScenarioDraft } from '../scenario-draft.js';
import { addRequest } from './operations.js';

/** At most this many seconds of schedules in a run: each job costs time to check. */
const longest = 7_200;

function timesOf(draft: ScenarioDraft, draws: Draws): Record<string, Json> {
  const times: Record<string, Json> = {};
  if (draws.chance(0.5)) times['doNotRunUntil'] = draws.between(0, 3000);
  if (draws.chance(0.8)) times['recurrenceInterval'] = draws.between(60, 3600);
  if (draws.chance(0.4)) times['startWindow'] = draws.between(60, 3600);
  if (draft.until === 'drained' || draws.chance(0.3)) {
    times['doNotRunAfter'] = draws.between(3000, longest);
  }
  return times;
}

function tasksOf(draws: Draws): Json[] {
  const tasks: Json[] = Array.from({ length: draws.between(0, 4) }, (_, number) => ({
    id: `${number}`,
    submit: draws.pick([0, 0, 60, 900]),
    runTime: draws.between(0, 900),
    exitCode: draws.pick([0, 0, 0, 1]),
  }));
  if (draws.chance(0.3)) {
    const arrivals = { poisson: { mean: draws.between(1, 300) } };
    const runTime = { exponential: { mean: draws.between(1, 300) } };
    tasks.push({ arrivals, runTime, count: draws.between(1, 5) });
  }
  return tasks;
}

/** An entry of `jobSchedules:`. */
export function scheduleOf(draft: ScenarioDraft, draws: Draws, id: string): Json {
  const constraints: Record<string, Json> = { maxTaskRetryCount: draws.between(0, 2) };
  if (draws.chance(0.3)) constraints['maxWallClockTime'] = draws.between(0, 4000);
  return {
    id,
    schedule: timesOf(draft, draws),
    jobSpecification: {
      poolInfo: { poolId: draws.pick(draft.pools).id },
      priority: draws.pick([0, 0, 100]),
      constraints,
      maxParallelTasks: draws.pick([-1, -1, 1]),
      onAllTasksComplete: draws.pick(['terminatejob', 'terminatejob', 'terminatejob', 'noaction']),
      tasks: tasksOf(draws),
    },
  };
}

export const jobSchedules: Feature = {
  name: 'job schedules',
  share: 0.3,
  add(draft, draws) {
    const ids = ['nightly', 'hourly'].slice(0, draws.between(1, 2));
    draft.more['jobSchedules'] = ids.map((id) => scheduleOf(draft, draws, id));
    for (let count = draws.pick([0, 0, 1, 3, 6]); count > 0; count--) {
      const at = draws.between(0, 9000);
      const jobScheduleId = draws.pick(ids);
      addRequest(draft, draws.pick(scheduleRequests)(draft, draws, at, jobScheduleId));
    }
    const quota = draws.between(draft.jobs.length + ids.length, draft.jobs.length + 5);
    if (draws.chance(0.3)) {
      const account = draft.more['account'] as Readonly<Record<string, Json>> | undefined;
      draft.more['account'] = { ...account, activeJobAndJobScheduleQuota: quota };
    }
  },
};

type Request = (
  draft: ScenarioDraft,
  draws: Draws,
  at: number,
  jobScheduleId: string,
) => { readonly [key: string]: Json };

const onSchedule =
  (operation: string): Request =>
  (_, __, at, jobScheduleId) => ({ at, operation, jobScheduleId });

/** Most of them disable and enable: a schedule that has ended takes part in nothing any more. */
export const scheduleRequests: readonly Request[] = [
  onSchedule('disableJobSchedule'),
  onSchedule('disableJobSchedule'),
  onSchedule('enableJobSchedule'),
  onSchedule('enableJobSchedule'),
  onSchedule('enableJobSchedule'),
  onSchedule('terminateJobSchedule'),
  onSchedule('deleteJobSchedule'),
  (draft, draws, at, jobScheduleId) => ({
    at,
    operation: 'updateJobSchedule',
    jobScheduleId,
    ...(draws.chance(0.5) ? { schedule: timesOf(draft, draws) } : {}),
    jobSpecification: { priority: draws.pick([0, 50, 2000]) },
  }),
  (_, draws, at, jobScheduleId) => ({
    at,
    operation: draws.pick(['terminateJob', 'deleteJob', 'enableJob']),
    jobId: `${jobScheduleId}:job-${draws.between(1, 3)}`,
  }),
  (_, draws, at, jobScheduleId) => ({
    at,
    operation: 'disableJob',
    disableTasks: draws.pick(['requeue', 'terminate', 'wait']),
    jobId: `${jobScheduleId}:job-${draws.between(1, 3)}`,
  }),
];
