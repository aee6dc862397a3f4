import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import { DEALLOCATE, GO_OFFLINE, REBOOT, REIMAGE } from '../node/drain-goal.js';
import { drainNodes } from '../node/drain.js';
import { becomeReady, beginStarting } from '../node/node-lifecycle.js';
import {
  DEALLOCATED,
  IDLE,
  OFFLINE,
  RUNNING_TASKS,
  START_TASK_FAILED,
} from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import { fillNode } from '../scheduler/place.js';
import type { World } from '../world.js';
import { findNode } from './find-node.js';
import type { Operation, ServiceError } from './operation.js';
import { refusal } from './service-errors.js';

export type NodeOperation = Extract<Operation, { readonly nodeId: string }>;

/** An operation on one node (service.md section 2.3): the states in which each is allowed are documented. */
export function operateOnNode(
  world: World,
  pool: PoolState,
  operation: NodeOperation,
): ServiceError | undefined {
  const node = findNode(world, pool, operation.nodeId);
  if (node === undefined) return refusal('NodeNotFound');
  const { option = 'requeue' } = 'option' in operation ? operation : {};
  switch (operation.kind) {
    case 'rebootNode':
      // A user reboot is also the way out of starttaskfailed.
      return drainTo(world, pool, node, option, REBOOT, [IDLE, RUNNING_TASKS, START_TASK_FAILED]);
    case 'reimageNode':
      return drainTo(world, pool, node, option, REIMAGE, [IDLE, RUNNING_TASKS]);
    case 'deallocateNode':
      return drainTo(world, pool, node, option, DEALLOCATE, [IDLE, RUNNING_TASKS]);
    case 'disableScheduling':
      return disableScheduling(world, pool, node, option);
    case 'enableScheduling':
      return enableScheduling(world, pool, node);
    case 'startNode':
      if (world.nodes.state[node] !== DEALLOCATED)
        return refusal('OperationInvalidForCurrentState');
      beginStarting(world, pool, node);
      return undefined;
  }
}

function drainTo(
  world: World,
  pool: PoolState,
  node: number,
  option: NodeDeallocationOption,
  goal: number,
  allowed: readonly number[],
): ServiceError | undefined {
  if (!allowed.includes(world.nodes.state[node]!) || world.nodes.draining[node] !== 0) {
    return refusal('OperationInvalidForCurrentState');
  }
  drainNodes(world, pool, [node], option, goal);
  return undefined;
}

/** Offline once no task is left; a node that is still booting goes offline instead of idle. */
function disableScheduling(
  world: World,
  pool: PoolState,
  node: number,
  option: NodeDeallocationOption,
): ServiceError | undefined {
  const { nodes } = world;
  if (nodes.schedulingDisabled[node] === 1) return refusal('NodeAlreadyInTargetSchedulingState');
  if (option === 'retaineddata') {
    return refusal(
      'InvalidPropertyValue',
      'disablescheduling takes requeue, terminate or taskcompletion.',
    );
  }
  nodes.schedulingDisabled[node] = 1;
  const state = nodes.state[node]!;
  if (state === IDLE || state === RUNNING_TASKS)
    drainNodes(world, pool, [node], option, GO_OFFLINE);
  return undefined;
}

function enableScheduling(world: World, pool: PoolState, node: number): ServiceError | undefined {
  const { nodes } = world;
  if (nodes.schedulingDisabled[node] === 0) return refusal('NodeAlreadyInTargetSchedulingState');
  nodes.schedulingDisabled[node] = 0;
  if (nodes.state[node] === OFFLINE) {
    becomeReady(world, pool, node);
  } else if (nodes.draining[node] !== 0 && nodes.goal[node] === GO_OFFLINE) {
    // Tasks still run: the node goes on as if nothing had been asked.
    nodes.draining[node] = 0;
    fillNode(world, pool, node);
  }
  return undefined;
}
