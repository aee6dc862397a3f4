import type { AutoScaleRunRecord } from '../../simulator/pool/autoscale-run-record.js';

/** `4 + 2`: dedicated and spot nodes; only the dedicated ones where there is no spot node. */
export function nodesText(dedicated: number, spot: number): string {
  return spot === 0 ? String(dedicated) : `${dedicated} + ${spot}`;
}

/** Whether a run asked for other targets than the one before; the first one, for any nodes at all. */
export function targetsChanged(
  run: AutoScaleRunRecord,
  previous: AutoScaleRunRecord | undefined,
): boolean {
  return (
    run.targetDedicatedNodes !== (previous?.targetDedicatedNodes ?? 0) ||
    run.targetLowPriorityNodes !== (previous?.targetLowPriorityNodes ?? 0)
  );
}

/** Names at the head of every result string, which tables show in columns of their own (language.md section 6). */
const headNames: ReadonlySet<string> = new Set([
  '$TargetDedicatedNodes',
  '$TargetLowPriorityNodes',
  '$TargetDedicated',
  '$NodeDeallocationOption',
]);

/** User variables of a run, out of the service's result string. */
export function runVariables({ results }: AutoScaleRunRecord): [name: string, value: string][] {
  const variables: [string, string][] = [];
  for (const part of results.split(';')) {
    const equals = part.indexOf('=');
    const last = variables.at(-1);
    if (equals < 0) {
      // A string value may hold a semicolon; what follows belongs to it.
      if (last !== undefined) last[1] += `;${part}`;
      continue;
    }
    const name = part.slice(0, equals);
    if (!headNames.has(name)) variables.push([name, part.slice(equals + 1)]);
  }
  return variables;
}
