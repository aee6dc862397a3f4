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

/** Ids of what the operations of a draft add under a key. */
function addedUnder(draft: ScenarioDraft, key: 'pool' | 'job' | 'jobSchedule'): string[] {
  const { operations = [] } = draft.more as {
    readonly operations?: readonly { readonly [K in typeof key]?: { readonly id: string } }[];
  };
  return operations.flatMap((operation) => operation[key]?.id ?? []);
}

const poolRequests: readonly ((draws: Draws) => { readonly [key: string]: Json })[] = [
  () => ({ operation: 'deletePool' }),
  () => ({ operation: 'deletePool' }),
  (draws) => ({ operation: 'resizePool', targetDedicatedNodes: draws.between(0, 4) }),
  () => ({ operation: 'stopPoolResize' }),
  () => ({ operation: 'disableAutoScale' }),
  () => ({ operation: 'rebootNode', nodes: 'all' }),
];

/** Some of the entries under a key are about pools that operations add. */
function aboutAdded(draft: ScenarioDraft, draws: Draws, key: 'faults' | 'osUpgrades'): void {
  const entries = draft.more[key] as readonly { readonly [key: string]: Json }[] | undefined;
  if (entries === undefined) return;
  const added = addedUnder(draft, 'pool');
  draft.more[key] = entries.map((entry) =>
    'poolId' in entry && draws.chance(0.5) ? { ...entry, poolId: draws.pick(added) } : entry,
  );
}

/** Stands after everything that changes pools, after faults and upgrades, and before what adds jobs. */
export const addedPools: Feature = {
  name: 'pools that operations add',
  share: 0.2,
  add(draft, draws) {
    const ids = ['late-pool', 'late-pool', ...draft.pools.map(({ id }) => id)];
    for (let count = draws.between(1, 4); count > 0; count--) {
      const pool = { ...draws.pick(draft.pools), id: draws.pick(ids) };
      addRequest(draft, { at: draws.between(0, 9000), operation: 'addPool', pool });
    }
    aboutAdded(draft, draws, 'faults');
    aboutAdded(draft, draws, 'osUpgrades');
    const added = addedUnder(draft, 'pool');
    for (let count = draws.between(0, 5); count > 0; count--) {
      const poolId = draws.pick(added);
      addRequest(draft, { at: draws.between(0, 9000), poolId, ...draws.pick(poolRequests)(draws) });
    }
    if (draws.chance(0.2)) {
      const account = draft.more['account'] as Readonly<Record<string, Json>> | undefined;
      draft.more['account'] = { ...account, poolQuota: draft.pools.length };
    }
  },
};

/** A job like one that is there, with a task of its own where that one has none, and perhaps on a pool that is not there from the start. */
function jobLike(draft: ScenarioDraft, draws: Draws, id: string): Json {
  const like = draws.pick(draft.jobs);
  const tasks = [{ id: '0', submit: draws.between(0, 900), runTime: draws.between(0, 900) }];
  const later = addedUnder(draft, 'pool');
  const poolInfo =
    later.length > 0 && draws.chance(0.5) ? { poolId: draws.pick(later) } : like.poolInfo;
  return { ...like, id, poolInfo, tasks: like.tasks.length === 0 ? tasks : like.tasks };
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
    const added = addedUnder(draft, 'job');
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
    const added = addedUnder(draft, 'jobSchedule');
    for (let count = draws.between(0, 4); count > 0; count--) {
      const at = draws.between(0, 9000);
      addRequest(draft, draws.pick(scheduleRequests)(draft, draws, at, draws.pick(added)));
    }
  },
};
