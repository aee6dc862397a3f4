import { beginStarting } from '../../node/node-lifecycle.js';
import { DEALLOCATED } from '../../node/node-state.js';
import type { StartNode } from '../operation.js';
import { nodeOperation, type OperationDefinition } from '../operation-definition.js';
import { refuseState } from './refuse-state.js';

/** Gets the VM of a deallocated node back. */
export const startNode: OperationDefinition<StartNode> = nodeOperation(202, (world, pool, node) => {
  if (world.nodes.state[node] !== DEALLOCATED) return refuseState(world.nodes.state[node]!);
  // A new VM has the operating system of the day.
  world.nodes.imageVersion[node] = pool.imageVersion;
  beginStarting(world, pool, node);
  return undefined;
});
