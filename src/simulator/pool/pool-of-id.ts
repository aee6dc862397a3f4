import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';

/** The pool that has an id now, regardless of case; one that is being deleted still has it. */
export function poolOfId({ pools }: World, id: string): PoolState | undefined {
  const folded = id.toLowerCase();
  const latest = pools.findLast(({ input }) => input.id.toLowerCase() === folded);
  return latest?.state === 'deleted' ? undefined : latest;
}
