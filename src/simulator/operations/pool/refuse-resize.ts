import type { Quanta } from '../../../base/time/quanta.js';
import type { PoolState } from '../../pool/pool-state.js';
import { serviceLimits } from '../../service-limits.js';
import type { ServiceError } from '../operation.js';
import { refusal } from '../service-errors.js';

/** Why a resize, manual or by removal of nodes, cannot start now (service.md section 1.3). */
export function refuseResize(
  pool: PoolState,
  timeout: Quanta | undefined,
): ServiceError | undefined {
  if (pool.resize !== undefined) return refusal('PoolBeingResized');
  if (timeout !== undefined && timeout < serviceLimits.shortestResizeTimeout) {
    return refusal('InvalidPropertyValue', 'resizeTimeout must be at least PT5M.');
  }
  return undefined;
}
