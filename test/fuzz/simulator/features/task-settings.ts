import { selectableFailureCodes } from '../../../../src/workload/task-failure-codes.js';
import type { Feature } from '../feature.js';

export const failingTasks: Feature = {
  name: 'failing tasks',
  share: 0.7,
  add(draft, draws) {
    for (const { tasks } of draft.jobs) {
      for (const task of tasks) {
        if ('id' in task && draws.chance(0.25)) task['exitCode'] = draws.pick([1, 137, -1]);
      }
    }
  },
};

/** Five slots fit on no node of four. */
export const wideTasks: Feature = {
  name: 'tasks of several slots',
  share: 0.7,
  add(draft, draws) {
    for (const { tasks } of draft.jobs) {
      for (const task of tasks) task['requiredSlots'] = draws.pick([1, 1, 1, 2, 2, 3, 4, 5]);
    }
  },
};

export const generatedTasks: Feature = {
  name: 'generated tasks',
  share: 0.3,
  add(draft, draws) {
    const spacing = draws.pick([
      { poisson: { mean: draws.between(20, 400) } },
      { uniform: [0, draws.between(20, 400)] },
      { constant: draws.between(0, 200) },
    ]);
    draws.pick(draft.jobs).tasks.push({
      arrivals: draws.chance(0.3)
        ? { bursts: { size: draws.between(1, 10), pause: 900, arrivals: spacing } }
        : spacing,
      runTime: draws.pick([
        { exponential: { mean: 300 } },
        { lognormal: { median: 200, sigma: 0.8 }, max: 3600 },
        { empirical: [1, 60, 61, 900] },
      ]),
      failureShare: draws.pick([0, 0.2]),
      first: draws.between(0, 600),
      count: draws.between(1, 40),
    });
  },
};

/** Entries that have an id, and those that make many tasks, alike. */
export const taskLimits: Feature = {
  name: 'limits of single tasks',
  share: 0.4,
  add(draft, draws) {
    for (const { tasks } of draft.jobs) {
      for (const task of tasks) {
        if (!draws.chance(0.3)) continue;
        task['constraints'] = {
          maxTaskRetryCount: draws.between(0, 3),
          maxWallClockTime: draws.pick([0, 60, 300, 1200]),
          retentionTime: draws.pick([0, 120, 900]),
        };
      }
    }
    draft.parameters['task.retry_on_wall_clock'] = draws.pick(['no', 'yes']);
    draft.parameters['sched.returned_tasks'] = draws.pick(['old-place', 'last']);
  },
};

export const failingAttempts: Feature = {
  name: 'exit codes and failures of attempts',
  share: 0.4,
  add(draft, draws) {
    for (const { tasks } of draft.jobs) {
      for (const task of tasks) {
        if (draws.chance(0.3)) {
          task['exitCodes'] = [
            { code: draws.pick([0, 1, 137]), share: draws.pick([0.2, 0.5]) },
            { code: 3, share: 0.3 },
          ];
        }
        if (draws.chance(0.3)) {
          task['failures'] = [
            { code: draws.pick([...selectableFailureCodes]), share: draws.pick([0.1, 0.5, 1]) },
          ];
        }
      }
    }
  },
};

/** Parents before and after their children, chains, cycles and tasks that do not exist. */
export const dependencies: Feature = {
  name: 'dependencies',
  share: 0.4,
  add(draft, draws) {
    for (const job of draft.jobs) {
      job['usesTaskDependencies'] = true;
      const ids = job.tasks.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
      if (ids.length === 0) continue;
      for (const task of job.tasks) {
        if (!draws.chance(0.4)) continue;
        const start = draws.between(0, 30);
        task['dependsOn'] = draws.pick(
          [
            { taskIds: [draws.pick(ids)] },
            { taskIds: [draws.pick(ids), draws.pick(ids)] },
            { taskIdRanges: [{ start: Number(draws.pick(ids)), end: Number(draws.pick(ids)) }] },
            { taskIdRanges: [{ start, end: start + draws.between(0, 3) }] },
          ].filter(inOrder),
        );
      }
    }
    draft.parameters['sched.dependency_extra_s'] = draws.pick([0, 2]);
  },
};

function inOrder(dependsOn: {
  readonly taskIdRanges?: readonly { readonly start: number; readonly end: number }[];
}): boolean {
  return dependsOn.taskIdRanges?.every(({ start, end }) => start <= end) ?? true;
}

export const taskFiles: Feature = {
  name: 'files, packages, containers, affinity and usage of tasks',
  share: 0.3,
  add(draft, draws) {
    for (const { tasks } of draft.jobs) {
      for (const task of tasks) {
        if (draws.chance(0.3)) task['resourceFiles'] = [{ bytes: draws.between(0, 20) * 1e9 }];
        if (draws.chance(0.3)) {
          const uploadCondition = draws.pick(['tasksuccess', 'taskfailure', 'taskcompletion']);
          task['outputFiles'] = [{ bytes: 3e9, uploadOptions: { uploadCondition } }];
        }
        if (draws.chance(0.3)) {
          const applicationId = draws.pick(['solver', 'mesher']);
          task['applicationPackageReferences'] = [{ applicationId, bytes: 6e9 }];
        }
        if (draws.chance(0.2)) {
          task['containerSettings'] = { imageName: draws.pick(['x', 'y']), imageBytes: 7e9 };
        }
        if (draws.chance(0.2)) task['affinityInfo'] = { nodeNumber: draws.between(1, 8) };
        if (draws.chance(0.2)) task['usage'] = { cpu: 0.5, memoryBytes: 1e9, diskBytes: 1e9 };
      }
    }
  },
};

export const retainedData: Feature = {
  name: 'retention of task data',
  share: 0.5,
  add(draft, draws) {
    for (const { constraints } of draft.jobs)
      constraints['retentionTime'] = draws.pick([0, 60, 600]);
  },
};
