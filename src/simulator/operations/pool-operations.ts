import type { Quanta } from '../../base/time/quanta.js';
import { LEAVE } from '../node/drain-goal.js';
import { drainNodes } from '../node/drain.js';
import { DEDICATED, SPOT } from '../node/node-state.js';
import { enableAutoScale } from '../pool/autoscaler.js';
import { beginDeletePool } from '../pool/delete-pool.js';
import type { PoolState } from '../pool/pool-state.js';
import {
  changeTarget,
  endResizeWhenDone,
  openResize,
  setTargets,
  stopResize,
} from '../pool/resize.js';
import { serviceLimits } from '../service-limits.js';
import type { World } from '../world.js';
import { findNode } from './find-node.js';
import type { Operation, OperationKind, ServiceError } from './operation.js';
import { refusal } from './service-errors.js';

type Of<K extends OperationKind> = Extract<Operation, { readonly kind: K }>;

type PoolOperationKind =
  | 'resizePool'
  | 'stopPoolResize'
  | 'removeNodes'
  | 'enableAutoScale'
  | 'disableAutoScale'
  | 'deletePool';

/** What an operation does to a pool that is not being deleted; the answer is the refusal, if there is one. */
type Handlers = {
  readonly [K in PoolOperationKind]: (
    world: World,
    pool: PoolState,
    operation: Of<K>,
  ) => ServiceError | undefined;
};

function refuseResize(pool: PoolState, timeout: Quanta | undefined): ServiceError | undefined {
  if (pool.resize !== undefined) return refusal('PoolBeingResized');
  if (timeout !== undefined && timeout < serviceLimits.shortestResizeTimeout) {
    return refusal('InvalidPropertyValue', 'resizeTimeout must be at least PT5M.');
  }
  return undefined;
}

export const poolOperations: Handlers = {
  resizePool(world, pool, operation) {
    const { targetDedicatedNodes, targetLowPriorityNodes, resizeTimeout } = operation;
    if (pool.autoScaler !== undefined) return refusal('AutoScalingEnabled');
    const refused = refuseResize(pool, resizeTimeout);
    if (refused !== undefined) return refused;
    if (targetDedicatedNodes === undefined && targetLowPriorityNodes === undefined) {
      return refusal('MissingRequiredProperty', 'One of the two targets is required.');
    }
    setTargets(
      world,
      pool,
      targetDedicatedNodes ?? pool.target[DEDICATED],
      targetLowPriorityNodes ?? pool.target[SPOT],
      operation.nodeDeallocationOption ?? 'requeue',
      resizeTimeout,
    );
    return undefined;
  },

  stopPoolResize(world, pool) {
    if (pool.resize === undefined) return refusal('PoolNotBeingResized');
    stopResize(world, pool);
    return undefined;
  },

  removeNodes(world, pool, operation) {
    const refused = refuseResize(pool, operation.resizeTimeout);
    if (refused !== undefined) return refused;
    const { nodeIds, nodeDeallocationOption = 'requeue' } = operation;
    if (nodeIds.length === 0 || nodeIds.length > serviceLimits.removedNodes) {
      return refusal('InvalidPropertyValue', 'nodeList takes 1 to 100 ids.');
    }
    const chosen: number[] = [];
    for (const id of nodeIds) {
      const node = findNode(world, pool, id);
      if (node === undefined) return refusal('NodeNotFound', `There is no node ${id}.`);
      chosen.push(node);
    }
    // The target falls by the number removed (S1.6).
    for (const kind of [DEDICATED, SPOT] as const) {
      const removed = chosen.filter((node) => world.nodes.kind[node] === kind).length;
      changeTarget(world, pool, kind, Math.max(0, pool.target[kind] - removed));
    }
    openResize(world, pool, nodeDeallocationOption, operation.resizeTimeout);
    drainNodes(world, pool, chosen, nodeDeallocationOption, LEAVE);
    endResizeWhenDone(world, pool);
    return undefined;
  },

  enableAutoScale(world, pool, { autoScale }) {
    if (pool.resize !== undefined) return refusal('PoolBeingResized');
    if (pool.enabledAt >= 0 && world.now - pool.enabledAt < serviceLimits.enableAutoScalePause) {
      return refusal('TooManyEnableAutoScaleRequests');
    }
    const { evaluationInterval } = autoScale;
    if (
      evaluationInterval < serviceLimits.shortestEvaluationInterval ||
      evaluationInterval > serviceLimits.longestEvaluationInterval
    ) {
      return refusal('InvalidPropertyValue', 'autoScaleEvaluationInterval must be PT5M to PT168H.');
    }
    pool.enabledAt = world.now;
    enableAutoScale(world, pool, autoScale);
    return undefined;
  },

  disableAutoScale(_, pool) {
    if (pool.autoScaler === undefined) return refusal('AutoScalingNotEnabled');
    // The pool keeps its size and its last targets (S1.7).
    pool.autoScaler = undefined;
    return undefined;
  },

  deletePool(world, pool) {
    beginDeletePool(world, pool);
    return undefined;
  },
};
