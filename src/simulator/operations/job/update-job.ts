import { awaitWallClock } from '../../job/add-job.js';
import type { JobState } from '../../job/job-state.js';
import { moveJob } from '../../job/move-job.js';
import { logJobUpdate } from '../../log/job-events.js';
import { refreshJob } from '../../job/set-job-state.js';
import { changeJobPriority } from '../../scheduler/task-queue.js';
import type { World } from '../../world.js';
import type { ServiceError, UpdateJob } from '../operation.js';
import { jobOperation, type OperationDefinition } from '../operation-definition.js';
import { refuseJobSettings } from '../refuse-job-settings.js';
import { refusal } from '../service-errors.js';

/** Changes what the service lets be changed at any time (service.md section 3.2); the pool only of a disabled job. */
export const updateJob: OperationDefinition<UpdateJob> = jobOperation(
  200,
  (world, job, operation) => {
    const refused = refuseUpdate(world, job, operation);
    if (refused !== undefined) return refused;
    const { priority, constraints, poolInfo } = operation;
    const { maxParallelTasks, allowTaskPreemption, onAllTasksComplete } = operation;
    if (poolInfo !== undefined) moveJob(world, job, poolOf(world, poolInfo.poolId)!);
    if (priority !== undefined) {
      job.priority = priority;
      const pool = world.pools[job.pool];
      if (pool !== undefined) changeJobPriority(pool.queue, job.index, priority);
    }
    job.maxParallelTasks = maxParallelTasks ?? job.maxParallelTasks;
    job.allowTaskPreemption = allowTaskPreemption ?? job.allowTaskPreemption;
    if (job.allowTaskPreemption) world.preempts = true;
    if (onAllTasksComplete !== undefined) {
      job.onAllTasksComplete = onAllTasksComplete;
      // Who asks for it during the run means the tasks that are there.
      job.toCome = 0;
    }
    if (constraints?.maxWallClockTime !== undefined) {
      job.maxWallClockTime = constraints.maxWallClockTime;
      awaitWallClock(world, job);
    }
    job.maxTaskRetryCount = constraints?.maxTaskRetryCount ?? job.maxTaskRetryCount;
    if (world.log !== undefined) logJobUpdate(world.log, world, job);
    refreshJob(world, job);
    // What the job allows may be what others wait for.
    for (const { index } of world.jobs)
      if (world.preempts || index === job.index) world.jobAgenda.push(index);
    return undefined;
  },
);

function refuseUpdate(world: World, job: JobState, operation: UpdateJob): ServiceError | undefined {
  const refused = refuseJobSettings(operation);
  if (refused !== undefined) return refused;
  const { onAllTasksComplete, poolInfo } = operation;
  if (onAllTasksComplete === 'noaction' && job.onAllTasksComplete === 'terminatejob') {
    return refusal('InvalidPropertyValue', 'onAllTasksComplete cannot go back to noaction.');
  }
  if (poolInfo === undefined) return undefined;
  if (job.state !== 'disabled') {
    return refusal(
      'OperationInvalidForCurrentState',
      'The pool of a job can be changed only while the job is disabled.',
    );
  }
  return poolOf(world, poolInfo.poolId) === undefined ? refusal('PoolNotFound') : undefined;
}

function poolOf({ pools }: World, poolId: string): number | undefined {
  const folded = poolId.toLowerCase();
  const found = pools.findIndex(({ input, state }) => {
    return input.id.toLowerCase() === folded && state !== 'deleted';
  });
  return found < 0 ? undefined : found;
}
