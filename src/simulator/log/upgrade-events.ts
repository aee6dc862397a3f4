import type { OsUpgradeRecord } from '../upgrade/upgrade-state.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';

/** A new operating system is rolled out over a pool: ours, the service logs no such event. */
export function logUpgradeStart(log: EventLog, world: World, { poolId }: OsUpgradeRecord): void {
  logEvent(log, world.now, 'PoolOSUpgradeStart', JSON.stringify({ id: poolId }));
}

export function logUpgradeComplete(
  log: EventLog,
  world: World,
  { poolId, nodes, result }: OsUpgradeRecord,
): void {
  const body = { id: poolId, nodes, result };
  logEvent(log, world.now, 'PoolOSUpgradeComplete', JSON.stringify(body));
}

/** A new operating system is there for a pool that is not: no event of a pool, and ours as well. */
export function logUpgradeWithoutPool(log: EventLog, world: World, poolId: string): void {
  logEvent(log, world.now, 'OSUpgradeWithoutPool', JSON.stringify({ poolId }));
}
