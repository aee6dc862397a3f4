import { offerReturnedTask } from '../scheduler/place.js';
import { takeOff } from '../task/end-attempt.js';
import { reactivateTask } from '../task/task-lifecycle.js';
import type { World } from '../world.js';
import type { DisableTasks } from './disable-tasks.js';
import { endRunningTasks } from './end-job.js';
import type { JobState } from './job-state.js';
import { tasksOnNodes } from './job-tasks.js';
import { setJobState } from './set-job-state.js';

/** Disables a job: no task of it starts any more, and it is disabled once those that run are dealt with. */
export function disableJob(world: World, job: JobState, option: DisableTasks): void {
  if (job.state === 'active') setJobState(world, job, 'disabling');
  switch (option) {
    case 'requeue':
      for (const task of tasksOnNodes(world, job)) requeueTask(world, task);
      break;
    case 'terminate':
      endRunningTasks(world, job);
      break;
    case 'wait':
      break;
  }
  world.jobAgenda.push(job.index);
}

/** Stops a task where it runs, to be run again; it keeps its submission. */
export function requeueTask(world: World, task: number): void {
  const { tasks, counts, nodes, pools } = world;
  const pool = pools[nodes.pool[tasks.node[task]!]!]!;
  tasks.requeues[task]!++;
  counts.requeues++;
  takeOff(world, pool, task, 'requeued');
  reactivateTask(world, pool, task);
  offerReturnedTask(world, pool, task);
}
