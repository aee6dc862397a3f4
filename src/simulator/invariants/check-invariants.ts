import { quantaToSeconds } from '../../base/time/quanta.js';
import { flushLog } from '../log/event-log.js';
import type { World } from '../world.js';
import { accountingInvariants } from './accounting-invariants.js';
import { InvariantError } from './invariant-error.js';
import { jobManagerInvariants } from './job-manager-invariants.js';
import { jobScheduleInvariants } from './job-schedule-invariants.js';
import { jobInvariants } from './job-invariants.js';
import { invariants, type Invariant } from './invariant-table.js';
import { createOrderMonitor, schedulingOrder } from './order-monitor.js';
import { createShrinkMonitor, managersLeaveLast } from './shrink-monitor.js';

/** Everything that must hold of the state after every event. */
export const stateInvariants: Readonly<Record<string, Invariant>> = {
  ...invariants,
  ...accountingInvariants,
  ...jobInvariants,
  ...jobManagerInvariants,
  ...jobScheduleInvariants,
};

/**
 * Checks a run after each of its events: call the answer then. It throws an InvariantError that names what is broken, where and
 * when. What must hold of the event log is checked as its lines are written.
 */
export function createInvariantChecker(world: World): () => void {
  const named = Object.entries(stateInvariants);
  const isInOrder = createOrderMonitor(world);
  const areKept = createShrinkMonitor(world);
  return () => {
    if (world.log !== undefined) flushLog(world.log);
    for (const pool of world.pools) {
      for (const [name, holds] of named) report(world, name, holds(world, pool), pool.input.id);
    }
    report(world, schedulingOrder, isInOrder());
    report(world, managersLeaveLast, areKept());
  };
}

function report(world: World, name: string, wrong: string | undefined, poolId?: string): void {
  if (wrong === undefined) return;
  const where = poolId === undefined ? '' : `pool ${poolId} `;
  const at = `${where}at ${quantaToSeconds(world.now)} s, event ${world.events}`;
  throw new InvariantError(name, `${wrong} (${at})`);
}
