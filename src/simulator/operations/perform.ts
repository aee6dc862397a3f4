import { quantaToSeconds } from '../../base/time/quanta.js';
import type { World } from '../world.js';
import type { Operation, OperationOutcome, ServiceError } from './operation.js';
import { operateOnNode } from './node-operations.js';
import { poolOperations } from './pool-operations.js';
import { refusal } from './service-errors.js';

/** Tries an operation now; an invalid one changes nothing and is recorded with the service's error. */
export function performOperation(world: World, operation: Operation): OperationOutcome {
  const error = attempt(world, operation);
  const { kind, poolId } = operation;
  const outcome: OperationOutcome = {
    atSeconds: quantaToSeconds(world.now),
    kind,
    poolId,
    ...(error === undefined ? {} : { error }),
  };
  world.operations.push(outcome);
  return outcome;
}

function attempt(world: World, operation: Operation): ServiceError | undefined {
  const pool = world.pools.find(({ input }) => input.id === operation.poolId);
  if (pool === undefined || pool.state === 'deleted') return refusal('PoolNotFound');
  if (pool.state === 'deleting') return refusal('PoolBeingDeleted');
  switch (operation.kind) {
    case 'resizePool':
      return poolOperations.resizePool(world, pool, operation);
    case 'stopPoolResize':
      return poolOperations.stopPoolResize(world, pool, operation);
    case 'removeNodes':
      return poolOperations.removeNodes(world, pool, operation);
    case 'enableAutoScale':
      return poolOperations.enableAutoScale(world, pool, operation);
    case 'disableAutoScale':
      return poolOperations.disableAutoScale(world, pool, operation);
    case 'deletePool':
      return poolOperations.deletePool(world, pool, operation);
    case 'rebootNode':
    case 'reimageNode':
    case 'deallocateNode':
    case 'disableScheduling':
    case 'enableScheduling':
    case 'startNode':
      return operateOnNode(world, pool, operation);
  }
}
