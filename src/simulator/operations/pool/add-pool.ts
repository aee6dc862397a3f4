import { createPool } from '../../pool/open-pool.js';
import { poolQuotaRefusal } from '../../pool/pool-quota.js';
import type { World } from '../../world.js';
import type { AddPool, ServiceError } from '../operation.js';
import { findPool, type OperationDefinition } from '../operation-definition.js';
import { formulaRefusal, refusal } from '../service-errors.js';

/** Creates a pool, which gets its nodes from then on (service.md sections 1.1, 7 and 10). */
export const addPool: OperationDefinition<AddPool> = {
  httpStatus: 201,
  perform(world, { pool, refusedFormula }) {
    const error =
      (refusedFormula && formulaRefusal(refusedFormula)) ??
      refuseId(world, pool.id) ??
      poolQuotaRefusal(world);
    if (error !== undefined) return [{ error }];
    createPool(world, pool, false);
    return [{}];
  },
};

function refuseId(world: World, id: string): ServiceError | undefined {
  const found = findPool(world, id);
  if ('index' in found) return refusal('PoolExists');
  return found.code === 'PoolBeingDeleted' ? found : undefined;
}
