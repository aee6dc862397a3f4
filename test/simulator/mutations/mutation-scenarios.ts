import { noTime } from '../../fuzz/simulator/random-scenario.js';
import type { Json } from '../../fuzz/simulator/scenario-draft.js';

/*
 * Scenarios in which a mistake shows that random ones rarely meet.
 */

const base = {
  seed: 'mutations',
  start: '2026-03-02T00:00:00Z',
  until: 'PT6H',
  parameters: noTime,
} as const;

const pool = { id: 'pool', vmSize: 'any', targetDedicatedNodes: 3 };
const job = { id: 'job', poolInfo: { poolId: 'pool' } };
const task = { submit: 0, runTime: 7200, exitCode: 0 };

/** The first job ends half an hour after the second recurrence, whose start window was five minutes. */
export const lateRecurrence: Json = {
  ...base,
  pools: [pool],
  jobs: [],
  jobSchedules: [hourly({ startWindow: 300 }, 5400)],
};

/** A schedule is disabled and enabled while its job is active. */
export const scheduleEnabledUnderJob: Json = {
  ...base,
  pools: [pool],
  jobs: [],
  jobSchedules: [hourly({}, 14_400)],
  operations: [
    { at: 4000, operation: 'disableJobSchedule', jobScheduleId: 'hourly' },
    { at: 5000, operation: 'enableJobSchedule', jobScheduleId: 'hourly' },
  ],
};

function hourly(times: Readonly<Record<string, Json>>, runTime: number): Json {
  return {
    id: 'hourly',
    schedule: { recurrenceInterval: 3600, ...times },
    jobSpecification: {
      poolInfo: { poolId: 'pool' },
      onAllTasksComplete: 'terminatejob',
      tasks: [{ ...task, id: 'long', runTime }],
    },
  };
}

/** One node of three leaves while all are running, one of them the job manager task. */
export const shrinkingUnderManager: Json = {
  ...base,
  pools: [pool],
  jobs: [
    {
      ...job,
      jobManagerTask: { id: 'manager', runTime: 7200, killJobOnCompletion: false },
      tasks: ['1', '2'].map((id) => ({ ...task, id })),
    },
  ],
  operations: [{ at: 1800, operation: 'resizePool', poolId: 'pool', targetDedicatedNodes: 2 }],
};

/** A job manager task that wants its node for itself, and two tasks that would fit beside it. */
export const managerWithNeighbours: Json = {
  ...base,
  pools: [{ ...pool, targetDedicatedNodes: 1, taskSlotsPerNode: 4 }],
  jobs: [
    {
      ...job,
      jobManagerTask: { id: 'manager', runTime: 600, runExclusive: true },
      tasks: ['1', '2'].map((id) => ({ ...task, id })),
    },
  ],
};

/** Spot nodes only come late; the job manager task may not use them. */
export const managerAmongSpotNodes: Json = {
  ...base,
  pools: [{ ...pool, targetDedicatedNodes: 0, targetLowPriorityNodes: 2 }],
  jobs: [
    {
      ...job,
      jobManagerTask: { id: 'manager', runTime: 600, allowLowPriorityNode: false },
      tasks: [],
    },
  ],
};

/** Two instances on two nodes, one of which is rebooted. */
export const gangLosesNode: Json = {
  ...base,
  pools: [{ ...pool, targetDedicatedNodes: 2, enableInterNodeCommunication: true }],
  jobs: [
    {
      ...job,
      tasks: [{ ...task, id: 'gang', multiInstanceSettings: { numberOfInstances: 2 } }],
    },
  ],
  operations: [
    {
      at: 1800,
      operation: 'rebootNode',
      poolId: 'pool',
      nodes: { first: 1 },
      nodeRebootOption: 'requeue',
    },
  ],
};

/** Three free nodes and three tasks, of which one may run at a time. */
export const oneTaskAtATime: Json = {
  ...base,
  pools: [pool],
  jobs: [{ ...job, maxParallelTasks: 1, tasks: ['1', '2', '3'].map((id) => ({ ...task, id })) }],
};

/** A task fails for good, and another depends on it. */
export const failedParent: Json = {
  ...base,
  pools: [pool],
  jobs: [
    {
      ...job,
      usesTaskDependencies: true,
      tasks: [
        { ...task, id: 'parent', runTime: 60, exitCode: 1 },
        { ...task, id: 'child', dependsOn: { taskIds: ['parent'] } },
      ],
    },
  ],
};
