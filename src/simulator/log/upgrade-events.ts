import type { PoolState } from '../pool/pool-state.js';
import type { OsUpgradeRecord } from '../upgrade/upgrade-state.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';

/** A new operating system is rolled out over a pool: ours, the service logs no such event. */
export function logUpgradeStart(log: EventLog, world: World, pool: PoolState): void {
  logEvent(log, world.now, 'PoolOSUpgradeStart', JSON.stringify({ id: pool.input.id }));
}

export function logUpgradeComplete(
  log: EventLog,
  world: World,
  pool: PoolState,
  { nodes, result }: OsUpgradeRecord,
): void {
  const body = { id: pool.input.id, nodes, result };
  logEvent(log, world.now, 'PoolOSUpgradeComplete', JSON.stringify(body));
}
