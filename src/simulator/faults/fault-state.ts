import { createRandomStream, type RandomStream } from '../../base/random/random-stream.js';
import { createDraw, type Draw } from '../draws.js';
import type { Parameters } from '../parameters/parameters.js';
import type { Fault, FaultStrike } from './fault.js';

/** A fault in a run. */
export interface FaultState {
  readonly fault: Fault;
  /** Its place in the scenario. */
  readonly index: number;
  readonly draws: RandomStream;
  /** Seconds of its recovery or delay, where it has one. */
  readonly seconds: Draw | undefined;
  occurrences: number;
  nodes: number;
  /** Of those that last, how many are over. */
  ended: number;
  readonly strikes: FaultStrike[];
}

export function createFaultStates(
  faults: readonly Fault[],
  seed: string,
  parameters: Parameters,
): FaultState[] {
  return faults.map((fault, index) => ({
    fault,
    index,
    draws: createRandomStream(seed, `fault/${index}`),
    seconds: secondsOf(fault, parameters),
    occurrences: 0,
    nodes: 0,
    ended: 0,
    strikes: [],
  }));
}

function secondsOf(fault: Fault, parameters: Parameters): Draw | undefined {
  switch (fault.kind) {
    case 'nodeUnusable':
    case 'nodeUnknown':
      switch (fault.recovery) {
        case 'never':
          return undefined;
        case 'usual':
          return createDraw(parameters['node.recovery_s']);
        default:
          return createDraw(fault.recovery);
      }
    case 'allocationDelay':
      return createDraw(fault.delay);
    default:
      return undefined;
  }
}

/** Whether a fault is about a pool of this id. */
export function isOnPool(fault: Fault, id: string): boolean {
  return 'poolId' in fault && fault.poolId.toLowerCase() === id.toLowerCase();
}

/** Whether a fault strikes each node by itself rather than at points in time. */
export function isRate(
  fault: Fault,
): fault is Fault & { readonly times: { readonly kind: 'rate'; readonly perNodeHour: number } } {
  return fault.times.kind === 'rate';
}
