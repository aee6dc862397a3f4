import { variableRows } from '../../language/variables.js';
import type { AssignedValue, UserVariableUse } from './flow.js';

/** The user variables of a formula in the order of their first assignment. Read-only service names, which it cannot set, are none. */
export function userVariables(assignments: readonly AssignedValue[]): readonly UserVariableUse[] {
  const byName = new Map<string, AssignedValue[]>();
  for (const assigned of assignments) {
    const { destination } = assigned.statement;
    if (destination.kind !== 'user' || variableRows.has(destination.name)) continue;
    const known = byName.get(destination.name);
    if (known === undefined) byName.set(destination.name, [assigned]);
    else known.push(assigned);
  }
  return [...byName].map(([name, list]) => ({
    name,
    assignments: list as [AssignedValue, ...AssignedValue[]],
    read: list.some(({ read }) => read),
  }));
}
