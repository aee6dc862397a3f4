import type { TaskSource } from '../../workload/task-stream.js';
import type { World } from '../world.js';
import type { JobState } from './job-state.js';

/**
 * Counts the tasks that the workload will bring to jobs that end with their last task, so that they do not end before: what a user
 * does who sets onAllTasksComplete after adding the tasks. With parameter job.all_tasks_complete_from = creation such a job ends as
 * soon as no task of it is left, be it before the first (service.md section 3.2).
 */
export function awaitWorkload(world: World): void {
  const { jobs, input, parameters } = world;
  const waiting = jobs.filter(({ onAllTasksComplete }) => onAllTasksComplete === 'terminatejob');
  if (waiting.length === 0) return;
  for (const job of waiting) world.jobAgenda.push(job.index);
  if (parameters['job.all_tasks_complete_from'] === 'creation') return;
  const end = input.until.kind === 'time' ? input.until.at : Infinity;
  const stream = input.tasks.open();
  for (let task = stream.next(); task !== undefined; task = stream.next()) {
    if (task.submitTime > end) return;
    jobs[task.job]!.toCome++;
  }
}

/** The same for a job that is created during the run, with the tasks that come with it. */
export function awaitOwnTasks(world: World, job: JobState, tasks: TaskSource): void {
  if (job.onAllTasksComplete !== 'terminatejob') return;
  world.jobAgenda.push(job.index);
  const { input, parameters, now } = world;
  if (parameters['job.all_tasks_complete_from'] === 'creation') return;
  const end = input.until.kind === 'time' ? input.until.at : Infinity;
  const stream = tasks.open();
  for (let task = stream.next(); task !== undefined; task = stream.next()) {
    if (now + task.submitTime > end) return;
    job.toCome++;
  }
}
