import type { FaultState } from '../faults/fault-state.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { nodeId } from './node-id.js';

/** A fault of the scenario strikes, or is over: ours, so that a log tells what was done to the service. */
export function logFault(
  log: EventLog,
  world: World,
  { fault, index }: FaultState,
  phase: 'start' | 'end',
  struck: readonly number[],
): void {
  const body = {
    // Its place in the scenario.
    fault: index,
    kind: fault.kind,
    ...('poolId' in fault ? { poolId: fault.poolId } : {}),
    phase,
    ...(struck.length === 0 ? {} : { nodeIds: struck.map((node) => nodeId(log, world, node)) }),
  };
  logEvent(log, world.now, 'Fault', JSON.stringify(body));
}
