import type { Quanta } from '../../base/time/quanta.js';
import { FAULT } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import type { World } from '../world.js';
import type { FaultState } from './fault-state.js';

/**
 * When a fault strikes next; undefined for no more, and for faults at a rate, which are on the nodes and follow their lives.
 */
export function nextOccurrence({ fault, occurrences }: FaultState): Quanta | undefined {
  const { times } = fault;
  switch (times.kind) {
    case 'at':
      return times.at[occurrences];
    case 'every': {
      const at = times.from + occurrences * times.every;
      return at > times.until ? undefined : at;
    }
    case 'rate':
      return undefined;
  }
}

/** Only the next occurrence is in the queue, so a long list costs nothing. */
export function scheduleNext(world: World, index: number): void {
  const at = nextOccurrence(world.faults[index]!);
  if (at !== undefined) pushEvent(world.queue, at, FAULT, index);
}
