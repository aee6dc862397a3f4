import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import type { NodeKind } from '../../pricing/price-book.js';
import { billedTime } from '../node/node-accounting.js';
import {
  CREATING,
  DEALLOCATED,
  DEALLOCATING,
  IDLE,
  LEAVING_POOL,
  nodeKinds,
  OFFLINE,
  PREEMPTED,
  REBOOTING,
  REIMAGING,
  REQUESTED,
  RUNNING_TASKS,
  START_TASK_FAILED,
  STARTING,
  UNKNOWN,
  UNUSABLE,
  UPGRADING_OS,
  WAITING_FOR_START_TASK,
} from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import type { NodeTimeFigures } from './run-record.js';

/** Node time of one kind up to now, that of the nodes still there included. */
export interface ClosingNodeTime {
  readonly inState: readonly Quanta[];
  readonly slotTime: Quanta;
  readonly billed: Quanta;
}

export function closingNodeTimes(world: World, pool: PoolState): Record<NodeKind, ClosingNodeTime> {
  const times = pool.nodeTime.map((time) => ({
    inState: Array.from(time.inState),
    slotTime: time.slotTime,
    billed: time.billed,
  }));
  const { nodes, tasks, now } = world;
  for (const node of pool.members) {
    const state = nodes.state[node]!;
    if (state === REQUESTED) continue;
    const time = times[nodes.kind[node]!]!;
    time.inState[state]! += now - nodes.stateSince[node]!;
    if (nodes.billedSince[node]! >= 0) time.billed += billedTime(world, node);
    for (let task = nodes.firstTask[node]!; task >= 0; task = tasks.next[task]!) {
      time.slotTime += tasks.requiredSlots[task]! * (now - tasks.assignedAt[task]!);
    }
  }
  return { dedicated: times[0]!, spot: times[1]! };
}

export function nodeFigures(
  pool: PoolState,
  times: Record<NodeKind, ClosingNodeTime>,
): Record<NodeKind, NodeTimeFigures> {
  const figures = nodeKinds.map((kind, index): [NodeKind, NodeTimeFigures] => {
    const { inState, slotTime, billed } = times[kind];
    const { allocated, removed, preemptions, peak } = pool.nodeTime[index]!;
    const seconds = (...states: number[]): number =>
      quantaToSeconds(states.reduce((total, state) => total + inState[state]!, 0));
    return [
      kind,
      {
        presentSeconds: quantaToSeconds(inState.reduce((total, time) => total + time, 0)),
        billedSeconds: quantaToSeconds(billed),
        runningSeconds: seconds(RUNNING_TASKS),
        idleSeconds: seconds(IDLE),
        bootingSeconds: seconds(
          CREATING,
          STARTING,
          WAITING_FOR_START_TASK,
          REBOOTING,
          REIMAGING,
          UPGRADING_OS,
        ),
        leavingSeconds: seconds(LEAVING_POOL),
        preemptedSeconds: seconds(PREEMPTED),
        unavailableSeconds: seconds(
          OFFLINE,
          START_TASK_FAILED,
          UNUSABLE,
          UNKNOWN,
          DEALLOCATING,
          DEALLOCATED,
        ),
        slotSeconds: quantaToSeconds(slotTime),
        allocated,
        removed,
        preemptions,
        peakNodes: peak,
      },
    ];
  });
  return Object.fromEntries(figures) as Record<NodeKind, NodeTimeFigures>;
}
