import type { Draws } from '../../draws.js';
import type { Feature } from '../feature.js';
import type { Json, ScenarioDraft } from '../scenario-draft.js';
import { scheduleOf, scheduleRequests } from './job-schedules.js';
import { addRequest } from './operations.js';

/** Few, so that some are there already and others come again after a deletion. */
const lateJobs = ['late-1', 'late-2'];

const requests: readonly ((draws: Draws) => { readonly [key: string]: Json })[] = [
  () => ({ operation: 'deleteJob' }),
  () => ({ operation: 'terminateJob' }),
  (draws) => ({
    operation: 'disableJob',
    disableTasks: draws.pick(['requeue', 'terminate', 'wait']),
  }),
  () => ({ operation: 'enableJob' }),
  (draws) => ({ operation: 'updateJob', priority: draws.between(-10, 10) }),
  (draws) => ({
    operation: draws.pick(['terminateTask', 'deleteTask', 'reactivateTask', 'updateTask']),
    taskId: String(draws.between(0, 40)),
  }),
  (draws) => ({
    operation: 'addTasks',
    tasks: [{ id: `added-${draws.between(1, 2)}`, runTime: draws.between(0, 900) }],
  }),
];

/** A job like one that is there, with other tasks of its own where that one has none. */
function jobLike(draft: ScenarioDraft, draws: Draws, id: string): Json {
  const like = draws.pick(draft.jobs);
  const tasks = [{ id: '0', submit: draws.between(0, 900), runTime: draws.between(0, 900) }];
  return { ...like, id, tasks: like.tasks.length === 0 ? tasks : like.tasks };
}

/** Stands after everything that changes jobs. */
export const addedJobs: Feature = {
  name: 'jobs that operations add',
  share: 0.25,
  add(draft, draws) {
    for (let count = draws.between(1, 4); count > 0; count--) {
      const ids = [...lateJobs, ...lateJobs, draws.pick(draft.jobs).id];
      const job = jobLike(draft, draws, draws.pick(ids));
      addRequest(draft, { at: draws.between(0, 9000), operation: 'addJob', job });
    }
    const added = (
      draft.more['operations'] as readonly { readonly job?: { readonly id: string } }[]
    ).flatMap(({ job }) => job?.id ?? []);
    for (let count = draws.between(0, 6); count > 0; count--) {
      const jobId = draws.pick(added);
      addRequest(draft, { at: draws.between(0, 9000), jobId, ...draws.pick(requests)(draws) });
    }
  },
};

export const addedJobSchedules: Feature = {
  name: 'job schedules that operations add',
  share: 0.15,
  add(draft, draws) {
    const ids = ['nightly', 'weekly'];
    for (let count = draws.between(1, 3); count > 0; count--) {
      const id = draws.pick([...ids, ...ids, draws.pick(draft.jobs).id]);
      const jobSchedule = scheduleOf(draft, draws, id);
      addRequest(draft, {
        at: draws.between(0, 6000),
        operation: 'addJobSchedule',
        jobSchedule,
      });
    }
    const added = (
      draft.more['operations'] as readonly {
        readonly jobSchedule?: { readonly id: string };
      }[]
    ).flatMap(({ jobSchedule }) => jobSchedule?.id ?? []);
    for (let count = draws.between(0, 4); count > 0; count--) {
      const at = draws.between(0, 9000);
      addRequest(draft, draws.pick(scheduleRequests)(draft, draws, at, draws.pick(added)));
    }
  },
};
