import type { TypedExpression } from '../../../checker/typed-program.js';
import type { Profile } from '../../../profile/profile.js';
import type { OperationName } from '../operations/table.js';
import type { PlanCode, Slot } from '../plan-code.js';
import type { Representation } from '../representation.js';
import type { PlaceSite, Site } from '../site.js';

/** What the lowering carries from statement to statement. */
export interface Lowering {
  readonly profile: Profile;
  readonly sites: Site[];
  readonly strings: string[];
  readonly slots: Slot[];
  /** The slot that holds each user variable at this point. */
  readonly current: Map<number, number>;
}

/** Code with the representation of its value. It rests on what the operations give, not on the checker's types. */
export interface Lowered {
  readonly code: PlanCode;
  readonly as: Representation;
}

export type Lower = (lowering: Lowering, expression: TypedExpression) => Lowered;

export function operation(
  lowering: Lowering,
  name: OperationName,
  site: Site,
  ...operands: readonly PlanCode[]
): PlanCode {
  return { kind: 'operation', operation: name, site: lowering.sites.push(site) - 1, operands };
}

export function place(
  { span }: Pick<TypedExpression, 'span'>,
  operand: Representation = 'never',
  text = '',
): PlaceSite {
  return { kind: 'place', span, text, operand };
}

/** A double where one must stand; a failure names the start of `at`. */
export function asDouble(
  lowering: Lowering,
  { code, as }: Lowered,
  at: Pick<TypedExpression, 'span'>,
): PlanCode {
  if (as === 'double' || as === 'never') return code;
  return operation(lowering, 'toDouble', place(at, as), code);
}

export function boxed(
  lowering: Lowering,
  { code, as }: Lowered,
  at: Pick<TypedExpression, 'span'>,
): PlanCode {
  if (as === 'boxed' || as === 'never') return code;
  return operation(lowering, 'box', place(at, as), code);
}
