import type { Fault, FaultKind } from './fault.js';
import type { FaultState } from './fault-state.js';

/** Faults of a kind that are going on, of those that a pool has. */
export function activeFaults<K extends FaultKind>(
  active: readonly FaultState[],
  kind: K,
): readonly (FaultState & { readonly fault: Extract<Fault, { readonly kind: K }> })[] {
  return active.filter(({ fault }) => fault.kind === kind) as never;
}
