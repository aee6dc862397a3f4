import { editDistance } from '../base/text/nearest-name.js';
import type { Flow, UserVariableUse } from './flow/flow.js';

/** A user variable that was very likely meant to be a service variable that a formula sets. */
export interface NearMiss {
  readonly variable: UserVariableUse;
  readonly meant: string;
}

const writable = [
  '$TargetDedicatedNodes',
  '$TargetLowPriorityNodes',
  '$NodeDeallocationOption',
  '$TargetDedicated',
  '$TargetLowPriority',
] as const;

function bare(name: string): string {
  return name.replace(/[$_]/g, '').toLowerCase();
}

/**
 * Variables that are assigned, never read, and named like a service variable that the formula does not set. Where no target is set
 * at all, any unread number with "target" in its name was meant to be one.
 */
export function nearMisses(flow: Flow): readonly NearMiss[] {
  const set = new Set<string>(flow.targets.keys());
  const deallocation = flow.assignments.some(
    ({ statement }) => statement.destination.kind === 'deallocation',
  );
  if (deallocation) set.add('$NodeDeallocationOption');
  const noTarget = flow.targets.size === 0;
  return flow.userVariables.flatMap((variable) => {
    if (variable.read) return [];
    const meant = meantName(variable, noTarget, set);
    return meant === undefined ? [] : [{ variable, meant }];
  });
}

/** The current name of an old or short one. */
function current(name: (typeof writable)[number]): string {
  if (name === '$TargetDedicated') return '$TargetDedicatedNodes';
  return name === '$TargetLowPriority' ? '$TargetLowPriorityNodes' : name;
}

function meantName(
  { name, assignments }: UserVariableUse,
  noTarget: boolean,
  set: ReadonlySet<string>,
): string | undefined {
  const written = bare(name);
  let best: string | undefined;
  let least = noTarget ? Math.max(3, Math.floor(written.length / 5) + 1) : 3;
  for (const candidate of writable) {
    const meant = current(candidate);
    if (set.has(meant)) continue;
    const distance = editDistance(written, bare(candidate), least);
    if (distance >= least) continue;
    least = distance;
    best = meant;
  }
  if (best !== undefined || !noTarget || !written.includes('target')) return best;
  const { type } = assignments[0].statement.value;
  if (type !== 'double' && type !== 'numberList' && type !== 'doubleVec') return undefined;
  return /low|spot/.test(written) ? '$TargetLowPriorityNodes' : '$TargetDedicatedNodes';
}
