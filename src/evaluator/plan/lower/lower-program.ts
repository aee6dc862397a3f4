import type { TypedProgram, TypedStatement } from '../../../checker/typed-program.js';
import type { PlanProgram, PlanStatement } from '../plan-code.js';
import type { Representation } from '../representation.js';
import { lowerExpression } from './lower-expression.js';
import { asDouble, operation, place, type Lowering } from './lowering.js';

/** Any typed program as a plan. */
export function lowerProgram(program: TypedProgram): PlanProgram {
  const lowering: Lowering = {
    profile: program.profile,
    sites: [],
    strings: [],
    slots: [],
    current: new Map(),
  };
  const statements = program.statements.map((statement) => lowerStatement(lowering, statement));
  const { slots, sites, strings } = lowering;
  return { statements, slots, sites, strings };
}

function lowerStatement(lowering: Lowering, statement: TypedStatement): PlanStatement {
  const value = lowerExpression(lowering, statement.value);
  if (statement.kind === 'expression') return { kind: 'evaluate', value: value.code };
  const { destination } = statement;
  switch (destination.kind) {
    case 'user':
      return {
        kind: 'slot',
        slot: slotFor(lowering, destination.index, value.as),
        value: value.code,
      };
    case 'target':
      return {
        kind: 'target',
        target: destination.target,
        field: destination.alias ? 'alias' : 'full',
        value: asDouble(lowering, value, statement.value),
      };
    case 'deallocation': {
      const settled = value.as === 'deallocationOption' || value.as === 'never';
      const site = place(statement.value, value.as);
      return {
        kind: 'deallocation',
        field: destination.alias ? 'alias' : 'full',
        value: settled ? value.code : operation(lowering, 'toOption', site, value.code),
      };
    }
  }
}

/** The slot of a variable, a new one where its values change their representation. */
function slotFor(
  { slots, current }: Lowering,
  variable: number,
  representation: Representation,
): number {
  const known = current.get(variable);
  if (known !== undefined && slots[known]!.representation === representation) return known;
  const slot = slots.push({ variable, representation }) - 1;
  current.set(variable, slot);
  return slot;
}
