import { DEDICATED, SPOT } from '../node/node-state.js';
import { serviceLimits } from '../service-limits.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';
import type { ResizeErrorCode } from './resize-errors.js';

/** How many nodes the service lets a pool have, and the error when that is fewer than asked for. */
export interface QuotaAnswer {
  readonly allowed: number;
  readonly error?: ResizeErrorCode;
}

/**
 * Asks whether more nodes fit into the core quotas of the account and the hard limits of a pool with inter-node communication or
 * from a managed image (service.md section 7). Which error the limit has is not documented: here it is an allocation that the platform cannot deliver.
 */
export function askQuota(world: World, pool: PoolState, kind: number, wanted: number): QuotaAnswer {
  const count = Math.min(wanted, nodesLeft(world, pool, kind));
  const answer = askCoreQuota(world, pool, kind, count);
  return answer.error === undefined && count < wanted
    ? { allowed: count, error: 'AllocationFailed' }
    : answer;
}

function nodesLeft({ account }: World, pool: PoolState, kind: number): number {
  const { input, nodeTime, requested } = pool;
  const nodesOf = (one: number): number => nodeTime[one]!.present + requested[one]!;
  if (input.enableInterNodeCommunication === true) {
    const { poolAllocationMode = 'BatchService' } = account ?? {};
    const most = serviceLimits.nodesWithInterNodeCommunication[poolAllocationMode];
    return Math.max(0, most - nodesOf(DEDICATED) - nodesOf(SPOT));
  }
  if (input.usesManagedImage !== true) return Infinity;
  return Math.max(0, serviceLimits.nodesFromManagedImage[kind]! - nodesOf(kind));
}

/**
 * Core quotas count nodes of all pools in any state, preempted ones and those on their way included; allocation goes up to the
 * quota and then stops (service.md sections 1.3 and 7). A pool whose `cores` are not given is not limited.
 */
function askCoreQuota(world: World, pool: PoolState, kind: number, count: number): QuotaAnswer {
  const { cores, vmFamily } = pool.input;
  const { account } = world;
  if (cores === undefined || account === undefined) return { allowed: count };
  const total = kind === DEDICATED ? account.dedicatedCoreQuota : account.lowPriorityCoreQuota;
  const family =
    kind === DEDICATED && vmFamily !== undefined
      ? account.dedicatedCoreQuotaPerVMFamily?.get(vmFamily)
      : undefined;
  const left = Math.min(
    total === undefined ? Infinity : total - coresInUse(world, kind),
    family === undefined ? Infinity : family - coresInUse(world, kind, vmFamily),
  );
  const allowed = Math.max(0, Math.min(count, Math.floor(left / cores)));
  if (allowed === count) return { allowed };
  const error =
    kind === DEDICATED ? 'AccountCoreQuotaReached' : 'AccountLowPriorityCoreQuotaReached';
  return { allowed, error };
}

function coresInUse(world: World, kind: number, vmFamily?: string): number {
  return world.pools
    .filter(({ input }) => vmFamily === undefined || input.vmFamily === vmFamily)
    .reduce((sum, { input, nodeTime, requested }) => {
      const nodes = nodeTime[kind]!.present + requested[kind]!;
      return sum + nodes * (input.cores ?? 0);
    }, 0);
}
