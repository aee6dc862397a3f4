import { ln } from '../../base/math/special-functions.js';
import { secondsToQuanta, type Quanta } from '../../base/time/quanta.js';
import { NODE_STEP, PREEMPTION } from '../kernel/event-kind.js';
import { failingAllocation } from '../faults/allocation-faults.js';
import { startTaskFailureShare } from '../faults/start-task-faults.js';
import { pushEvent } from '../kernel/event-queue.js';
import type { PoolState } from '../pool/pool-state.js';
import { fillNode } from '../scheduler/place.js';
import { drawnQuanta, type World } from '../world.js';
import { beginSetUp, endSetUp } from './node-setup.js';
import { isDiskFull, refuseFullNode } from './node-disk.js';
import { changeNodeState } from './node-accounting.js';
import { after } from './wait.js';
import { scheduleNodeFailure } from './node-failure-clock.js';
import { DEALLOCATE, DRAIN_DATA, LEAVE, REBOOT, REIMAGE, UPGRADE } from './drain-goal.js';
import { SET_UP_PENDING, SETTING_UP } from './setup-phase.js';
import {
  CREATING,
  DEALLOCATED,
  DEALLOCATING,
  GONE,
  IDLE,
  LEAVING_POOL,
  OFFLINE,
  PREEMPTED,
  REBOOTING,
  REIMAGING,
  REQUESTED,
  SPOT,
  START_TASK_FAILED,
  STARTING,
  UNKNOWN,
  UNUSABLE,
  nodeStates,
  UPGRADING_OS,
  WAITING_FOR_START_TASK,
} from './node-state.js';
import { allocateNode, releaseNode, type NodeStore } from './node-store.js';

/** Draw numbers of a node in the stream of its pool, so that no two uses share a number. */
export const nodeDraw = { extra: 0, isSlow: 1, slow: 2, leaving: 4, shrink: 5 } as const;

/** Asks the platform for a node, which becomes part of the pool `delay` from now. */
export function requestNode(world: World, pool: PoolState, kind: number, delay: Quanta): void {
  const { nodes, now } = world;
  const node = allocateNode(nodes);
  nodes.pool[node] = pool.index;
  nodes.kind[node] = kind;
  nodes.state[node] = REQUESTED;
  nodes.number[node] = pool.nextNodeNumber++;
  nodes.freeSlots[node] = pool.input.taskSlotsPerNode;
  nodes.stateSince[node] = now;
  nodes.billedSince[node] = -1;
  nodes.lastAssignment[node] = -1;
  nodes.dataUntil[node] = 0;
  nodes.firstTask[node] = -1;
  nodes.draining[node] = 0;
  nodes.goal[node] = LEAVE;
  nodes.schedulingDisabled[node] = 0;
  nodes.startTaskFailures[node] = 0;
  nodes.boots[node] = 0;
  nodes.preemptions[node] = 0;
  nodes.preemptionEvent[node] = -1;
  nodes.failures[node] = 0;
  nodes.failureEvent[node] = -1;
  nodes.memberIndex[node] = pool.members.length;
  pool.members.push(node);
  pool.requested[kind]!++;
  pool.staying[kind]!++;
  nodes.awaitedEvent[node] = pushEvent(world.queue, now + delay, NODE_STEP, node);
}

/** Takes back the newest requests of a kind, at most `count`; returns how many there were. */
export function cancelRequests(world: World, pool: PoolState, kind: number, count: number): number {
  if (pool.requested[kind] === 0) return 0;
  const { nodes } = world;
  const newest = pool.members
    .filter((node) => nodes.state[node] === REQUESTED && nodes.kind[node] === kind)
    .sort((a, b) => nodes.number[b]! - nodes.number[a]!)
    .slice(0, count);
  pool.requested[kind]! -= newest.length;
  pool.staying[kind]! -= newest.length;
  for (const node of newest) forgetNode(world, pool, node);
  return newest.length;
}

function forgetNode(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  const index = nodes.memberIndex[node]!;
  const last = pool.members.pop()!;
  if (last !== node) {
    pool.members[index] = last;
    nodes.memberIndex[last] = index;
  }
  releaseNode(nodes, node);
}

/** Moves a node on to what it was waiting for. */
export function stepNode(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  nodes.awaitedEvent[node] = -1;
  if (nodes.draining[node] !== 0 && nodes.state[node] !== LEAVING_POOL) {
    // Free but for retained data, and these have expired.
    reachGoal(world, pool, node);
    return;
  }
  switch (nodes.state[node]) {
    case REQUESTED:
      pool.requested[nodes.kind[node]!]!--;
      beginCreating(world, pool, node);
      if (pool.nodeFaults.length > 0) scheduleNodeFailure(world, pool, node);
      break;
    case PREEMPTED:
      returnFromPreemption(world, pool, node);
      break;
    case UNUSABLE:
      beginStarting(world, pool, node);
      break;
    case UNKNOWN:
      becomeReady(world, pool, node);
      break;
    case CREATING:
      beginStarting(world, pool, node);
      break;
    case REBOOTING:
    case REIMAGING:
    case UPGRADING_OS:
      beginStarting(world, pool, node);
      break;
    case STARTING:
      if (pool.nodeSetup !== undefined && !setUp(world, pool, node)) break;
      if (isDiskFull(world, pool, node)) {
        refuseFullNode(world, pool, node);
        break;
      }
      runStartTask(world, pool, node);
      break;
    case WAITING_FOR_START_TASK:
      endStartTask(world, pool, node);
      break;
    case DEALLOCATING:
      changeNodeState(world, pool, node, DEALLOCATED);
      break;
    case LEAVING_POOL:
      leave(world, pool, node);
      break;
    default:
      throw new Error(`a node in state ${nodeStates[nodes.state[node]!]} waits for nothing`);
  }
}

/** Certificates, mounts, packages and images come before the start task (S2.3). True once the node has them all. */
function setUp(world: World, pool: PoolState, node: number): boolean {
  switch (world.nodes.setUp[node]) {
    case SET_UP_PENDING:
      return beginSetUp(world, pool, node);
    case SETTING_UP:
      return endSetUp(world, pool, node);
    default:
      return true;
  }
}

/** Replacement capacity is found, or sought again later: the node starts afresh under its old id (documented). */
function returnFromPreemption(world: World, pool: PoolState, node: number): void {
  if (pool.activeFaults.length > 0 && failingAllocation(pool, SPOT) !== undefined) {
    after(world, node, secondsToQuanta(world.parameters['seek.spot_period_s']));
  } else {
    beginCreating(world, pool, node);
  }
}

/** Every boot goes through starting and the start task: joining, reboot, reimage, return (service.md section 2.4). */
export function beginStarting(world: World, pool: PoolState, node: number): void {
  changeNodeState(world, pool, node, STARTING);
  const boot = bootTime(world, pool, node);
  world.nodes.boots[node]!++;
  world.nodes.setUp[node] = SET_UP_PENDING;
  world.nodes.startTaskFailures[node] = 0;
  after(world, node, boot - Math.floor(boot / 2));
}

function runStartTask(world: World, pool: PoolState, node: number): void {
  const start = pool.startTask;
  if (start?.waitForSuccess !== true) {
    becomeReady(world, pool, node);
    return;
  }
  if (world.nodes.state[node] !== WAITING_FOR_START_TASK) {
    changeNodeState(world, pool, node, WAITING_FOR_START_TASK);
  }
  after(world, node, secondsToQuanta(start.runTime));
}

/** maxTaskRetryCount n lets the start task run n + 1 times a boot; then the node is starttaskfailed until somebody reboots it. */
function endStartTask(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  const { maxTaskRetryCount = 0 } = pool.startTask ?? {};
  const failureShare = startTaskFailureShare(pool);
  if (failureShare > 0 && startTaskFails(world, pool, node, failureShare)) {
    nodes.startTaskFailures[node]!++;
    const again = maxTaskRetryCount === -1 || nodes.startTaskFailures[node]! <= maxTaskRetryCount;
    if (again) runStartTask(world, pool, node);
    else changeNodeState(world, pool, node, START_TASK_FAILED);
    return;
  }
  becomeReady(world, pool, node);
}

function startTaskFails(world: World, pool: PoolState, node: number, share: number): boolean {
  const { nodes } = world;
  const draw = nodes.boots[node]! * 65_536 + nodes.startTaskFailures[node]!;
  return pool.startTaskDraws.uniform(nodes.number[node]!, draw) < share;
}

function beginCreating(world: World, pool: PoolState, node: number): void {
  changeNodeState(world, pool, node, CREATING);
  world.nodes.prepared[node] = 0;
  world.nodes.imageVersion[node] = pool.imageVersion;
  after(world, node, Math.floor(bootTime(world, pool, node) / 2));
  schedulePreemption(world, pool, node);
}

/** Spot capacity is reclaimed at a constant rate, so a node's time until then is exponential. */
export function schedulePreemption(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  const perHour = pool.preemptionRate;
  if (nodes.kind[node] !== SPOT || perHour === 0) return;
  const u = pool.preemptionDraws.uniform(nodes.number[node]!, nodes.preemptions[node]! * 2);
  const delay = drawnQuanta((-3600 / perHour) * ln(1 - u));
  nodes.preemptionEvent[node] = pushEvent(world.queue, world.now + delay, PREEMPTION, node);
}

function bootTime(world: World, pool: PoolState, node: number): Quanta {
  const number = world.nodes.number[node]!;
  const boot = world.nodes.boots[node]!;
  return drawnQuanta(world.draws.creatingToIdle(pool.bootDraws, number, boot));
}

/** A node that is up takes tasks, unless its scheduling is disabled. */
export function becomeReady(world: World, pool: PoolState, node: number): void {
  if (world.nodes.schedulingDisabled[node] === 1) {
    changeNodeState(world, pool, node, OFFLINE);
    return;
  }
  changeNodeState(world, pool, node, IDLE);
  fillNode(world, pool, node);
}

/** Starts the removal of a node without tasks. */
export function beginLeaving(world: World, pool: PoolState, node: number): void {
  if (world.nodes.state[node] !== LEAVING_POOL) changeNodeState(world, pool, node, LEAVING_POOL);
  const number = world.nodes.number[node]!;
  const delay = drawnQuanta(world.draws.leaving(pool.nodeDraws, number, nodeDraw.leaving));
  world.nodes.dataUntil[node] = 0;
  if (delay === 0) leave(world, pool, node);
  else after(world, node, delay);
}

export function isLeaving(nodes: NodeStore, node: number): boolean {
  return nodes.draining[node] !== 0 && nodes.goal[node] === LEAVE;
}

/**
 * Lets a draining node do what it drains for if nothing holds it: at once without tasks, or once its retained data have
 * expired. Does nothing while tasks run on it.
 */
export function reachGoalWhenFree(world: World, pool: PoolState, node: number): void {
  const { nodes, now } = world;
  if (nodes.firstTask[node]! >= 0) return;
  const wait = nodes.draining[node] === DRAIN_DATA ? nodes.dataUntil[node]! - now : 0;
  if (wait > 0) after(world, node, wait);
  else reachGoal(world, pool, node);
}

function reachGoal(world: World, pool: PoolState, node: number): void {
  const { nodes, draws } = world;
  const number = nodes.number[node]!;
  const { goal } = nodes;
  if (goal[node] === LEAVE) {
    beginLeaving(world, pool, node);
    return;
  }
  nodes.draining[node] = 0;
  switch (goal[node]) {
    case REBOOT:
      changeNodeState(world, pool, node, REBOOTING);
      after(world, node, drawnQuanta(draws.reboot(pool.rebootDraws, number, nodes.boots[node])));
      break;
    case REIMAGE:
      changeNodeState(world, pool, node, REIMAGING);
      renewImage(world, pool, node);
      after(world, node, drawnQuanta(draws.reimage(pool.rebootDraws, number, nodes.boots[node])));
      break;
    case UPGRADE:
      changeNodeState(world, pool, node, UPGRADING_OS);
      renewImage(world, pool, node);
      after(world, node, drawnQuanta(draws.osUpgrade(pool.rebootDraws, number, nodes.boots[node])));
      break;
    case DEALLOCATE:
      changeNodeState(world, pool, node, DEALLOCATING);
      after(
        world,
        node,
        drawnQuanta(draws.deallocating(pool.rebootDraws, number, nodes.boots[node])),
      );
      break;
    default:
      changeNodeState(world, pool, node, OFFLINE);
  }
}

/** The system disk is new: what was downloaded to the node is gone, and its operating system is that of the day. */
function renewImage({ nodes }: World, pool: PoolState, node: number): void {
  nodes.prepared[node] = 0;
  nodes.imageVersion[node] = pool.imageVersion;
}

function leave(world: World, pool: PoolState, node: number): void {
  // A node in state leavingpool may still wait for its retained data rather than for its removal.
  if (world.nodes.dataUntil[node]! > 0) {
    beginLeaving(world, pool, node);
    return;
  }
  changeNodeState(world, pool, node, GONE);
  pool.leaving--;
  forgetNode(world, pool, node);
}
