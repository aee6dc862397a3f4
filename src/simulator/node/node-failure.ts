import type { Quanta } from '../../base/time/quanta.js';
import type { FaultState } from '../faults/fault-state.js';
import { countStrike } from '../faults/count-strike.js';
import type { PoolState } from '../pool/pool-state.js';
import { drawnQuanta, type World } from '../world.js';
import { recoverTasks, takeOutOfService } from './drain.js';
import { changeNodeState } from './node-accounting.js';
import { scheduleNodeFailure } from './node-failure-clock.js';
import { beginLeaving, isLeaving } from './node-lifecycle.js';
import { after } from './wait.js';
import {
  IDLE,
  LEAVING_POOL,
  OFFLINE,
  RUNNING_TASKS,
  STARTING,
  UNKNOWN,
  UNUSABLE,
  WAITING_FOR_START_TASK,
} from './node-state.js';

/** Contact can be lost only with a node that had any; a node on its way out fails only while tasks hold it. */
export function canFail(world: World, node: number, to: number): boolean {
  const { nodes } = world;
  switch (nodes.state[node]) {
    case IDLE:
    case RUNNING_TASKS:
    case OFFLINE:
      return true;
    case STARTING:
    case WAITING_FOR_START_TASK:
      return to === UNUSABLE;
    case LEAVING_POOL:
      return nodes.firstTask[node]! >= 0;
    default:
      return false;
  }
}

/**
 * A node becomes unusable or unknown: its tasks run again elsewhere, as a recovery by the service; it stays in the pool and on
 * the bill until it is back (service.md sections 2.1 and 2.3). Without `recovery` somebody must reboot or remove it.
 */
export function failNode(
  world: World,
  pool: PoolState,
  node: number,
  to: typeof UNUSABLE | typeof UNKNOWN,
  recovery: Quanta | undefined,
): void {
  const { nodes } = world;
  takeOutOfService(world, pool, node);
  nodes.awaitedEvent[node] = -1;
  if (isLeaving(nodes, node)) {
    recoverTasks(world, pool, node);
    nodes.dataUntil[node] = 0;
    beginLeaving(world, pool, node);
    return;
  }
  nodes.draining[node] = 0;
  changeNodeState(world, pool, node, to);
  recoverTasks(world, pool, node);
  if (recovery !== undefined) after(world, node, recovery);
}

/** The clock of a node's failures has run down: one of its faults strikes, if it can. */
export function strikeNode(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  const number = nodes.number[node]!;
  const draw = nodes.failures[node]! * 3;
  nodes.failures[node]!++;
  const state = chosenFault(pool, pool.nodeFaultDraws.uniform(number, draw + 1));
  const { fault } = state;
  const to = fault.kind === 'nodeUnknown' ? UNKNOWN : UNUSABLE;
  scheduleNodeFailure(world, pool, node);
  if (!canFail(world, node, to)) return;
  countStrike(world, state, [node]);
  const recovery = state.seconds?.(pool.nodeFaultDraws, number, draw + 2);
  failNode(world, pool, node, to, recovery === undefined ? undefined : drawnQuanta(recovery));
}

function chosenFault({ nodeFaults }: PoolState, u: number): FaultState {
  const total = nodeFaults.reduce((sum, { perNodeHour }) => sum + perNodeHour, 0);
  let rest = u * total;
  for (const { perNodeHour, state } of nodeFaults) {
    rest -= perNodeHour;
    if (rest < 0) return state;
  }
  return nodeFaults.at(-1)!.state;
}
