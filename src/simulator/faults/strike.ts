import { FAULT_END } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { canFail, failNode } from '../node/node-failure.js';
import { UNKNOWN, UNUSABLE } from '../node/node-state.js';
import { canBePreempted, preemptNode } from '../node/preemption.js';
import { endResizeWhenDone } from '../pool/end-resize.js';
import { poolOfId } from '../pool/pool-of-id.js';
import { drawnQuanta, type World } from '../world.js';
import { countEnd, countStrike } from './count-strike.js';
import type { NodeUnknownFault, NodeUnusableFault, PreemptionFault } from './fault.js';
import type { FaultState } from './fault-state.js';
import { nextOccurrence, scheduleNext } from './schedule-faults.js';
import { struckNodes } from './struck-nodes.js';

/** Starts all faults: one that is due at the start strikes before pools are sized. */
export function beginFaults(world: World): void {
  for (const [index, state] of world.faults.entries()) {
    if (nextOccurrence(state) === 0) strike(world, index);
    else scheduleNext(world, index);
  }
}

/** A fault strikes; `index` is that of the scenario. */
export function strike(world: World, index: number): void {
  const state = world.faults[index]!;
  const { fault } = state;
  switch (fault.kind) {
    case 'preemption':
    case 'nodeUnusable':
    case 'nodeUnknown':
      strikeNodes(world, state, fault);
      break;
    case 'quotaChange':
      world.account = { ...world.account, ...fault.quota };
      countStrike(world, state, []);
      break;
    default:
      poolOfId(world, fault.poolId)?.activeFaults.push(state);
      if (fault.lasts < Infinity) pushEvent(world.queue, world.now + fault.lasts, FAULT_END, index);
      countStrike(world, state, []);
  }
  scheduleNext(world, index);
}

/** A fault that lasts for some time is over. */
export function endFault(world: World, index: number): void {
  const state = world.faults[index]!;
  const { fault } = state;
  if (!('lasts' in fault)) return;
  const activeFaults = poolOfId(world, fault.poolId)?.activeFaults;
  activeFaults?.splice(activeFaults.indexOf(state), 1);
  countEnd(world, state);
}

function strikeNodes(
  world: World,
  state: FaultState,
  fault: PreemptionFault | NodeUnusableFault | NodeUnknownFault,
): void {
  const pool = poolOfId(world, fault.poolId);
  if (pool === undefined) {
    countStrike(world, state, []);
    return;
  }
  const to = fault.kind === 'nodeUnknown' ? UNKNOWN : UNUSABLE;
  const can = (node: number): boolean =>
    fault.kind === 'preemption' ? canBePreempted(world, node) : canFail(world, node, to);
  const { draws, occurrences, seconds } = state;
  const struck = struckNodes(world, pool, fault.nodes, can, draws, occurrences * 2);
  countStrike(world, state, struck);
  for (const node of struck) {
    if (fault.kind === 'preemption') {
      preemptNode(world, pool, node);
    } else {
      const recovery = seconds?.(draws, world.nodes.number[node]!, occurrences * 2 + 1);
      failNode(world, pool, node, to, recovery === undefined ? undefined : drawnQuanta(recovery));
    }
  }
  endResizeWhenDone(world, pool);
}
