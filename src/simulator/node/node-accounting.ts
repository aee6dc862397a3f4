import type { Quanta } from '../../base/time/quanta.js';
import { secondsToQuanta } from '../../base/time/quanta.js';
import { changeLevel } from '../accounting/step-series.js';
import { loseContents } from './node-contents.js';
import { losePreparations } from '../job/prepare-nodes.js';
import { moveReleases } from '../job/release-nodes.js';
import { logNodeState } from '../log/node-events.js';
import {
  LEVEL_BILLED,
  LEVEL_IDLE,
  LEVEL_NODES,
  type NodeTime,
  type PoolState,
} from '../pool/pool-state.js';
import type { World } from '../world.js';
import { abandonSetUp } from './abandon-setup.js';
import {
  GONE,
  IDLE,
  isBilled,
  LEAVING_POOL,
  PREEMPTED,
  REQUESTED,
  RUNNING_TASKS,
  STARTING,
} from './node-state.js';

/** The one place where a node changes its state: time in states, counts, billing and pictures follow from here. */
export function changeNodeState(world: World, pool: PoolState, node: number, to: number): void {
  const { nodes, now } = world;
  const from = nodes.state[node]!;
  const kind = nodes.kind[node]!;
  const time = pool.nodeTime[kind]!;
  if (from === STARTING && pool.nodeSetup !== undefined) abandonSetUp(world, pool, node);
  if (from !== REQUESTED) time.inState[from]! += now - nodes.stateSince[node]!;
  nodes.state[node] = to;
  nodes.stateSince[node] = now;

  if (from === REQUESTED) {
    nodes.allocatedAt[node] = now;
    enterPool(pool, time, kind, now);
  }
  if (world.nodeContents.size > 0) loseContents(world, node, to);
  if (world.preparations !== undefined) losePreparations(world, node, to);
  if (world.log !== undefined) logNodeState(world.log, world, node, from, to);
  if (world.releases !== undefined) moveReleases(world, world.releases, node, to);
  if (to === PREEMPTED) {
    time.preemptions++;
    pool.preemptedNodes++;
  }
  if (from === PREEMPTED) pool.preemptedNodes--;
  changeBilling(world, pool, node, from, to);
  const usable = usableState(to) - usableState(from);
  pool.usableNodes += usable;
  const idle = Number(to === IDLE) - Number(from === IDLE);
  if (idle !== 0) changeLevel(pool.series, LEVEL_IDLE, idle, now);
  if (to === GONE) leavePool(world, pool, node, time);
}

function usableState(state: number): number {
  return state === IDLE || state === RUNNING_TASKS ? 1 : 0;
}

function enterPool(pool: PoolState, time: NodeTime, kind: number, now: Quanta): void {
  time.allocated++;
  time.present++;
  if (time.present > time.peak) time.peak = time.present;
  const present = pool.nodeTime[0].present + pool.nodeTime[1].present;
  if (present > pool.peakNodes) pool.peakNodes = present;
  pool.lastChange = now;
  changeLevel(pool.series, LEVEL_NODES + kind, 1, now);
}

function leavePool(world: World, pool: PoolState, node: number, time: NodeTime): void {
  const { nodes, now } = world;
  const kind = nodes.kind[node]!;
  time.present--;
  time.removed++;
  pool.lastChange = now;
  changeLevel(pool.series, LEVEL_NODES + kind, -1, now);
}

function changeBilling(
  world: World,
  pool: PoolState,
  node: number,
  from: number,
  to: number,
): void {
  const { nodes, now } = world;
  const rule = world.parameters['bill.from'];
  const was = nodes.billedSince[node]! >= 0;
  // A node that leaves without a VM (preempted, deallocated) does not get one for that.
  const is = to === LEAVING_POOL && from !== REQUESTED ? was : isBilled(to, rule);
  if (was === is) return;
  const kind = nodes.kind[node]!;
  if (is) {
    nodes.billedSince[node] = now;
  } else {
    pool.nodeTime[kind]!.billed += billedTime(world, node);
    nodes.billedSince[node] = -1;
  }
  changeLevel(pool.series, LEVEL_BILLED + kind, is ? 1 : -1, now);
}

/** Billed time of a node up to now, rounded up to the billing quantum. */
export function billedTime(world: World, node: number): Quanta {
  const quantum = Math.max(1, secondsToQuanta(world.parameters['bill.quantum_s']));
  return Math.ceil((world.now - world.nodes.billedSince[node]!) / quantum) * quantum;
}
