import { beginDeletePool } from '../../pool/delete-pool.js';
import type { DeletePool } from '../operation.js';
import { poolOperation, type OperationDefinition } from '../operation-definition.js';

export const deletePool: OperationDefinition<DeletePool> = poolOperation(202, (world, pool) => {
  beginDeletePool(world, pool);
  return undefined;
});
