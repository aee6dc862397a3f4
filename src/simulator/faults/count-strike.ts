import { quantaToSeconds } from '../../base/time/quanta.js';
import { logFault } from '../log/fault-events.js';
import type { World } from '../world.js';
import { maximumListedStrikes } from './fault.js';
import type { FaultState } from './fault-state.js';

/** A fault strikes now, and these nodes where it is about nodes: counted, listed and logged. */
export function countStrike(world: World, state: FaultState, struck: readonly number[]): void {
  const { fault, strikes } = state;
  state.occurrences++;
  state.nodes += struck.length;
  if (strikes.length < maximumListedStrikes) {
    strikes.push({
      atSeconds: quantaToSeconds(world.now),
      ...('lasts' in fault ? { endSeconds: null } : {}),
      ...('nodes' in fault ? { nodes: struck.length } : {}),
    });
  }
  if (world.log !== undefined) logFault(world.log, world, state, 'start', struck);
}

/** A fault that lasts is over: the earliest of its strikes that is not, because all last equally long. */
export function countEnd(world: World, state: FaultState): void {
  const strike = state.strikes[state.ended];
  if (strike !== undefined) {
    state.strikes[state.ended] = { ...strike, endSeconds: quantaToSeconds(world.now) };
  }
  state.ended++;
  if (world.log !== undefined) logFault(world.log, world, state, 'end', []);
}
