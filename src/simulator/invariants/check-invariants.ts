import { quantaToSeconds } from '../../base/time/quanta.js';
import type { World } from '../world.js';
import { invariants } from './invariant-table.js';

/** A broken invariant is a mistake of the simulator, never of its input. */
export class InvariantError extends Error {
  readonly invariant: string;

  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
    this.name = 'InvariantError';
    this.invariant = invariant;
  }
}

/** Checks everything in the table; throws an InvariantError that names what is broken, where and when. */
export function checkInvariants(world: World): void {
  for (const pool of world.pools) {
    for (const [name, holds] of Object.entries(invariants)) {
      const wrong = holds(world, pool);
      if (wrong !== undefined) {
        const at = `pool ${pool.input.id} at ${quantaToSeconds(world.now)} s`;
        throw new InvariantError(name, `${wrong} (${at}, event ${world.events})`);
      }
    }
  }
}
