import type { TargetName } from '../../language/variables.js';
import type { OperationName } from './operations/table.js';
import type { Representation } from './representation.js';
import type { Site } from './site.js';

/**
 * A formula as operations on unboxed values: what both back ends (generated code, closures) are made from. It has no text of
 * the user in it; that is reached by index in `sites` and `strings`.
 */
export interface PlanProgram {
  readonly statements: readonly PlanStatement[];
  readonly slots: readonly Slot[];
  readonly sites: readonly Site[];
  readonly strings: readonly string[];
}

/** A user variable as long as its values have one representation; a variable that changes its type has several. */
export interface Slot {
  readonly variable: number;
  readonly representation: Representation;
}

export type PlanStatement =
  | { readonly kind: 'evaluate'; readonly value: PlanCode }
  | { readonly kind: 'slot'; readonly slot: number; readonly value: PlanCode }
  | {
      readonly kind: 'target';
      readonly target: TargetName;
      readonly field: 'full' | 'alias';
      readonly value: PlanCode;
    }
  | { readonly kind: 'deallocation'; readonly field: 'full' | 'alias'; readonly value: PlanCode };

export type PlanCode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly index: number }
  | { readonly kind: 'slot'; readonly slot: number }
  | {
      readonly kind: 'operation';
      readonly operation: OperationName;
      readonly site: number;
      readonly operands: readonly PlanCode[];
    }
  /** A value and what is done to it in turn: as long as a formula, and never nested. */
  | { readonly kind: 'steps'; readonly first: PlanCode; readonly steps: readonly Step[] }
  | {
      readonly kind: 'conditional';
      readonly condition: PlanCode;
      readonly whenTrue: PlanCode;
      readonly whenFalse: PlanCode;
    };

export type Step =
  | {
      readonly kind: 'operation';
      readonly operation: OperationName;
      readonly site: number;
      readonly right?: PlanCode;
    }
  /** Of two doubles. `shortCircuit` is the switch logicalOperators. */
  | {
      readonly kind: 'logical';
      readonly operator: '&&' | '||';
      readonly right: PlanCode;
      readonly shortCircuit: boolean;
    };
