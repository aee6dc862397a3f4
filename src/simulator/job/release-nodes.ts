import { RELEASE_END } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import {
  DEALLOCATED,
  DEALLOCATING,
  GONE,
  IDLE,
  LEAVING_POOL,
  OFFLINE,
  PREEMPTED,
  REBOOTING,
  REIMAGING,
  RUNNING_TASKS,
  START_TASK_FAILED,
  STARTING,
  UNKNOWN,
  UNUSABLE,
  UPGRADING_OS,
  WAITING_FOR_START_TASK,
} from '../node/node-state.js';
import type { World } from '../world.js';
import type { JobState } from './job-state.js';
import type { NodeRelease, ReleaseEnding, Releases } from './release-state.js';
import { specialTaskDraw } from './special-task-draw.js';

/** The preparation task of a job has completed on a node: at the end of the job its release task, if it has one, runs there. */
export function expectRelease(world: World, job: number, node: number): void {
  const { releases, jobs } = world;
  if (releases === undefined || jobs[job]!.input.releaseTask === undefined) return;
  let ofNode = releases.get(node);
  if (ofNode === undefined) releases.set(node, (ofNode = new Map<number, NodeRelease>()));
  // It may have been prepared before, and rebooted since.
  if (ofNode.has(job)) return;
  ofNode.set(job, { job, state: 'due', startedAt: -1, ending: 'success', awaitedEvent: -1 });
}

/**
 * Whether a job that is ending waits for its release tasks (service.md section 3.5). The first call starts them, in the background of
 * the nodes that it prepared and that are still there: they take no slots.
 */
export function awaitsReleases(world: World, job: JobState): boolean {
  if (job.releasing < 0) beginReleases(world, job);
  return job.releasing > 0;
}

function beginReleases(world: World, job: JobState): void {
  job.releasing = 0;
  for (const [node, ofNode] of world.releases ?? []) {
    const release = ofNode.get(job.index);
    if (release === undefined) continue;
    switch (world.nodes.state[node]) {
      case IDLE:
      case RUNNING_TASKS:
      case OFFLINE:
        job.releasing++;
        runRelease(world, node, release);
        break;
      case REBOOTING:
      case STARTING:
      case WAITING_FOR_START_TASK:
        job.releasing++;
        release.state = 'waiting';
        break;
      default:
        ofNode.delete(job.index);
    }
  }
}

function runRelease(world: World, node: number, release: NodeRelease): void {
  const { runTime, maxWallClockTime } = world.jobs[release.job]!.input.releaseTask!;
  release.state = 'running';
  release.startedAt = world.now;
  release.ending = endingOfRelease(world, node, release);
  const end = world.now + Math.min(runTime, maxWallClockTime);
  release.awaitedEvent = pushEvent(world.queue, end, RELEASE_END, node);
}

function endingOfRelease(world: World, node: number, { job }: NodeRelease): ReleaseEnding {
  const { runTime, maxWallClockTime, failureShare } = world.jobs[job]!.input.releaseTask!;
  if (runTime > maxWallClockTime) return 'time-limit';
  if (failureShare === 0) return 'success';
  const u = specialTaskDraw(world, world.releaseDraws, job, node, 0);
  return u < failureShare ? 'failure' : 'success';
}

/**
 * A node changes its state. Release tasks that it interrupts by a reboot run again once it is up; where the node is lost, or on its way
 * out, nobody waits for them any longer (S3.2).
 */
export function moveReleases(world: World, releases: Releases, node: number, to: number): void {
  const ofNode = releases.get(node);
  if (ofNode === undefined) return;
  switch (to) {
    case REBOOTING:
      for (const release of ofNode.values()) interrupt(release);
      return;
    case IDLE:
    case RUNNING_TASKS:
    case OFFLINE:
      for (const release of ofNode.values()) {
        if (release.state === 'waiting') runRelease(world, node, release);
      }
      return;
    case UNUSABLE:
    case UNKNOWN:
    case START_TASK_FAILED:
      for (const release of ofNode.values()) {
        if (release.state !== 'due') endWait(world, ofNode, release);
      }
      return;
    case GONE:
    case LEAVING_POOL:
    case PREEMPTED:
    case REIMAGING:
    case UPGRADING_OS:
    case DEALLOCATING:
    case DEALLOCATED:
      for (const release of ofNode.values()) endWait(world, ofNode, release);
      releases.delete(node);
  }
}

function interrupt(release: NodeRelease): void {
  if (release.state !== 'running') return;
  release.state = 'waiting';
  release.awaitedEvent = -1;
}

/** Forgets a release task; the last one of a job that is ending lets it go on. */
export function endWait(
  world: World,
  ofNode: Map<number, NodeRelease>,
  { job, state }: NodeRelease,
): void {
  ofNode.delete(job);
  if (state === 'due') return;
  if (--world.jobs[job]!.releasing === 0) world.jobAgenda.push(job);
}
