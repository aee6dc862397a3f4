import { LEAVE } from '../../node/drain-goal.js';
import { drainNodes } from '../../node/drain.js';
import { DEDICATED, SPOT } from '../../node/node-state.js';
import { changeTarget, openResize } from '../../pool/resize.js';
import { endResizeWhenDone } from '../../pool/end-resize.js';
import { serviceLimits } from '../../service-limits.js';
import type { RemoveNodes } from '../operation.js';
import { noNode, poolOperation, type OperationDefinition } from '../operation-definition.js';
import { selectNodes } from '../select-nodes.js';
import { refusal } from '../service-errors.js';
import { refuseResize } from './refuse-resize.js';

/** Removal of chosen nodes is a resize: only while steady, at most 100 ids (documented). */
export const removeNodes: OperationDefinition<RemoveNodes> = poolOperation(
  202,
  (world, pool, operation) => {
    const refused = refuseResize(pool, operation.resizeTimeout);
    if (refused !== undefined) return { error: refused };
    const { nodes: selector, nodeDeallocationOption = 'requeue' } = operation;
    const { nodes: chosen, unknownIds } = selectNodes(world, pool, selector);
    const ids = selector.ids?.length ?? chosen.length;
    if (selector.ids?.length === 0 || ids > serviceLimits.removedNodes) {
      return { error: refusal('InvalidPropertyValue', 'nodeList takes 1 to 100 ids.') };
    }
    const [unknown] = unknownIds;
    if (unknown !== undefined) {
      return { error: refusal('NodeNotFound', `There is no node ${unknown}.`) };
    }
    if (chosen.length === 0) return { error: noNode() };
    // The target falls by the number removed (S1.6).
    for (const kind of [DEDICATED, SPOT] as const) {
      const removed = chosen.filter((node) => world.nodes.kind[node] === kind).length;
      if (removed > 0) changeTarget(world, pool, kind, Math.max(0, pool.target[kind] - removed));
    }
    openResize(world, pool, nodeDeallocationOption, operation.resizeTimeout);
    drainNodes(world, pool, chosen, nodeDeallocationOption, LEAVE);
    endResizeWhenDone(world, pool);
    return undefined;
  },
);
