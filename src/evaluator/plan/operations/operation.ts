import type { PlanState } from '../plan-state.js';
import type { Held } from '../representation.js';

/**
 * One operation of plans. `run` is what it does: closures call it, and generated code too where there is no `inline`. The site
 * and the operands have the types that the lowering gives them, which no type of a table can say.
 */
export interface Operation {
  readonly run: (state: PlanState, site: never, ...operands: never[]) => Held;
  /** A JavaScript expression with the same meaning. Each operand is a literal or a name; `call` is the text of a call of `run`. */
  readonly inline?: (operands: readonly string[], call: () => string) => string;
  /** Whether it always gives a value and notes no switch. Of no use where an operand or what becomes of it never is. */
  readonly total?: true;
}

/** `run` as the back ends call it. */
export type Run = (state: PlanState, site: unknown, ...operands: readonly Held[]) => Held;
