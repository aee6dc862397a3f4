import type { Profile } from '../profile/profile.js';
import type { NodeDeallocationOption } from './autoscale-run.js';
import { formatValue } from './display/format-value.js';
import type { Value } from './value.js';

/** The part of a run that the result string begins with. */
export interface ResultHead {
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly nodeDeallocationOption: NodeDeallocationOption;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names in the order of the result string; notes the switch where its alternatives differ. */
export function orderedNames(
  names: readonly string[],
  profile: Profile,
  unverified: Set<string>,
): readonly string[] {
  const ordinal = [...names].sort(byCodeUnit);
  const folded = [...names].sort(
    (a, b) => byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b),
  );
  if (ordinal.some((name, index) => name !== folded[index])) unverified.add('variableOrder');
  return profile.variableOrder === 'ordinal' ? ordinal : folded;
}

/**
 * `$TargetDedicatedNodes=3;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;$tasks=0`: a fixed head, assigned or
 * not, then the user variables; no blank and no last semicolon (recorded).
 */
export function resultString(
  head: ResultHead,
  variables: ReadonlyMap<string, Value>,
  profile: Profile,
): string {
  const targets =
    profile.resultHead === 'three-fields'
      ? `$TargetDedicatedNodes=${head.targetDedicatedNodes};$TargetLowPriorityNodes=${head.targetLowPriorityNodes}`
      : `$TargetDedicated=${head.targetDedicatedNodes}`;
  const fields = [...variables].map(([name, value]) => `${name}=${formatValue(value)}`);
  return [targets, `$NodeDeallocationOption=${head.nodeDeallocationOption}`, ...fields].join(';');
}
