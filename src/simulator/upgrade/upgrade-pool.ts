import { quantaToSeconds } from '../../base/time/quanta.js';
import { UPGRADE_STEP } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import {
  logUpgradeComplete,
  logUpgradeStart,
  logUpgradeWithoutPool,
} from '../log/upgrade-events.js';
import { UPGRADE } from '../node/drain-goal.js';
import { drainNodes } from '../node/drain.js';
import { isLeaving } from '../node/node-lifecycle.js';
import {
  DEALLOCATED,
  DEALLOCATING,
  IDLE,
  OFFLINE,
  PREEMPTED,
  REQUESTED,
  RUNNING_TASKS,
  START_TASK_FAILED,
  STARTING,
  UNKNOWN,
  UNUSABLE,
  UPGRADING_OS,
  WAITING_FOR_START_TASK,
} from '../node/node-state.js';
import { poolOfId } from '../pool/pool-of-id.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import { upgradeCourse } from './upgrade-policy.js';
import type { OsUpgradeRecord, UpgradeState } from './upgrade-state.js';

/** A new version of the operating system is there: new nodes of the pool get it, and the others as the policy of the pool says. */
export function beginUpgrade(world: World, poolId: string): void {
  const pool = poolOfId(world, poolId);
  const atSeconds = quantaToSeconds(world.now);
  if (pool?.state !== 'active') {
    const nothing = { poolId, atSeconds, endSeconds: atSeconds, nodes: 0 };
    world.osUpgrades.push({ ...nothing, result: 'NoPool' });
    if (world.log !== undefined) logUpgradeWithoutPool(world.log, world, poolId);
    return;
  }
  if (pool.upgrade !== undefined) endUpgrade(world, pool, 'Superseded');
  const record: OsUpgradeRecord = {
    poolId: pool.input.id,
    atSeconds,
    endSeconds: null,
    nodes: 0,
    result: 'InProgress',
  };
  world.osUpgrades.push(record);
  if (world.log !== undefined) logUpgradeStart(world.log, world, record);
  const course = upgradeCourse(pool.input.upgradePolicy);
  if (course === undefined) {
    completeRecord(world, record, 'NotEnabled');
    return;
  }
  pool.imageVersion++;
  pool.upgrade = { record, course, batch: [], nextBatchAt: world.now };
  continueUpgrade(world, pool);
}

/** Begins the next batch if its time has come: called whenever a node of the pool may have become ready for it. */
export function continueUpgrade(world: World, pool: PoolState): void {
  const { upgrade } = pool;
  if (upgrade === undefined || world.now < upgrade.nextBatchAt) return;
  if (upgrade.batch.length > 0) {
    if (upgrade.batch.some((one) => isUpgrading(world, pool, one))) return;
    upgrade.batch = [];
    if (tooManyUnhealthy(world, pool, upgrade)) {
      endUpgrade(world, pool, 'Stopped');
      return;
    }
    const pause = upgrade.course.policy.pauseTimeBetweenBatches;
    if (pause > 0 && outdatedNodes(world, pool).length > 0) {
      upgrade.nextBatchAt = world.now + pause;
      pushEvent(world.queue, upgrade.nextBatchAt, UPGRADE_STEP, pool.index);
      return;
    }
  }
  const outdated = outdatedNodes(world, pool);
  if (outdated.length === 0) endUpgrade(world, pool, 'Completed');
  else beginBatch(world, pool, upgrade, outdated);
}

function beginBatch(
  world: World,
  pool: PoolState,
  upgrade: UpgradeState,
  outdated: readonly number[],
): void {
  const { nodes } = world;
  const { policy, deferral } = upgrade.course;
  const total = pool.staying[0] + pool.staying[1] - pool.requested[0] - pool.requested[1];
  const size = Math.max(1, Math.floor((total * policy.maxBatchInstancePercent) / 100));
  const batch = outdated
    .filter((node) => canBegin(world, node) && !(deferral && nodes.firstTask[node]! >= 0))
    .sort((a, b) => nodes.number[a]! - nodes.number[b]!)
    .slice(0, size);
  if (batch.length === 0) return;
  upgrade.batch = batch.map((node) => ({ node, number: nodes.number[node]! }));
  upgrade.record.nodes += batch.length;
  drainNodes(world, pool, batch, 'requeue', UPGRADE);
}

/** Nodes with a VM of an older version that stay; those that boot are waited for. */
function outdatedNodes({ nodes }: World, pool: PoolState): number[] {
  return pool.members.filter(
    (node) =>
      nodes.state[node] !== REQUESTED &&
      nodes.imageVersion[node] !== pool.imageVersion &&
      hasVm(nodes.state[node]!) &&
      !isLeaving(nodes, node),
  );
}

/** Other nodes get the version of the day when they get a VM. */
function hasVm(state: number): boolean {
  return state !== PREEMPTED && state !== DEALLOCATING && state !== DEALLOCATED;
}

function canBegin({ nodes }: World, node: number): boolean {
  if (nodes.draining[node] !== 0) return false;
  switch (nodes.state[node]) {
    case IDLE:
    case RUNNING_TASKS:
    case OFFLINE:
    case START_TASK_FAILED:
    case UNUSABLE:
      return true;
    default:
      return false;
  }
}

function isUpgrading(
  { nodes }: World,
  pool: PoolState,
  { node, number }: UpgradeState['batch'][number],
): boolean {
  if (nodes.pool[node] !== pool.index || nodes.number[node] !== number) return false;
  switch (nodes.state[node]) {
    case UPGRADING_OS:
    case STARTING:
    case WAITING_FOR_START_TASK:
      return true;
    default:
      return false;
  }
}

function tooManyUnhealthy({ nodes }: World, pool: PoolState, { course }: UpgradeState): boolean {
  const unhealthy = new Set([UNUSABLE, UNKNOWN, START_TASK_FAILED]);
  const share = (group: readonly number[]): number => {
    const sick = group.filter((node) => unhealthy.has(nodes.state[node]!)).length;
    return group.length === 0 ? 0 : (sick / group.length) * 100;
  };
  const present = pool.members.filter((node) => nodes.state[node] !== REQUESTED);
  const upgraded = present.filter((node) => nodes.imageVersion[node] === pool.imageVersion);
  return (
    share(present) > course.policy.maxUnhealthyInstancePercent ||
    share(upgraded) > course.policy.maxUnhealthyUpgradedInstancePercent
  );
}

export function endUpgrade(world: World, pool: PoolState, result: OsUpgradeRecord['result']): void {
  const { record } = pool.upgrade!;
  pool.upgrade = undefined;
  completeRecord(world, record, result);
}

function completeRecord(
  world: World,
  record: OsUpgradeRecord,
  result: OsUpgradeRecord['result'],
): void {
  record.endSeconds = quantaToSeconds(world.now);
  record.result = result;
  if (world.log !== undefined) logUpgradeComplete(world.log, world, record);
}
