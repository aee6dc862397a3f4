import type { Span } from '../../base/text/source-text.js';
import type { TypedExpression, TypedStatement } from '../../checker/typed-program.js';
import type { RelationalOperator } from '../../language/operators.js';
import type { TargetName } from '../../language/variables.js';
import type { Range } from './range.js';
import type { Facts, SampleWindow, WeekdayCondition } from './facts.js';

type Method = Extract<TypedExpression, { kind: 'method' }>;

/** A condition on the sample percentage that holds where samples are read. */
export interface Guard {
  readonly metric: string;
  readonly window: SampleWindow | undefined;
  /** Least percentage that the condition lets through. */
  readonly least: number;
}

/** A call of GetSample. */
export interface SampleRead {
  readonly expression: Method;
  /** The newest `count` samples; absent for a window. */
  readonly count?: Facts;
  /** Absent for a count, and where the ends are no constants. */
  readonly window?: SampleWindow;
  /** The first end, then the second, in ticks before now, as written. */
  readonly ends?: readonly [Facts, Facts];
  readonly isWindow: boolean;
  /** The samples that are demanded in percent, where the call says it. */
  readonly percent?: Facts;
  /** What the conditions around the call ask of sample percentages. */
  readonly guards: readonly Guard[];
}

export interface Comparison {
  readonly span: Span;
  readonly operator: RelationalOperator;
  readonly left: Facts;
  readonly right: Facts;
  readonly leftExpression: TypedExpression | undefined;
  readonly rightExpression: TypedExpression;
  /** Its outcome where it is the same whatever the samples and the time are. */
  readonly outcome: boolean | undefined;
}

/** Conditions joined by `&&` that exclude each other (outcome false), or by `||` of which one always holds (true). */
export interface FixedLogic {
  readonly span: Span;
  readonly outcome: boolean;
}

export interface AssignedValue {
  readonly statement: Extract<TypedStatement, { kind: 'assignment' }>;
  readonly facts: Facts;
  /** Whether a later expression reads this value. */
  read: boolean;
}

/** A user variable with its assignments in order. */
export interface UserVariableUse {
  readonly name: string;
  readonly assignments: readonly [AssignedValue, ...AssignedValue[]];
  /** Whether any of its values is read. */
  readonly read: boolean;
}

/** A call of a function with the facts of its arguments. */
export interface FunctionCall {
  readonly expression: Extract<TypedExpression, { kind: 'call' }>;
  readonly arguments: readonly Facts[];
}

/** What divides, with its place. */
export interface Division extends Range {
  readonly known: boolean;
  readonly span: Span;
}

/** What the values of a formula can be, followed through its variables and branches. All lists are in the order of the text. */
export interface Flow {
  readonly factsOf: (expression: TypedExpression) => Facts;
  readonly samples: readonly SampleRead[];
  readonly comparisons: readonly Comparison[];
  readonly fixedLogic: readonly FixedLogic[];
  /** Conditions of ternaries. */
  readonly conditions: readonly { readonly expression: TypedExpression; readonly facts: Facts }[];
  readonly calls: readonly FunctionCall[];
  readonly divisions: readonly Division[];
  readonly weekdays: readonly WeekdayCondition[];
  readonly assignments: readonly AssignedValue[];
  readonly userVariables: readonly UserVariableUse[];
  /** The value that each target has in the end. */
  readonly targets: ReadonlyMap<TargetName, AssignedValue>;
  /** Whether a hole may stand for statements of its own, so that nothing can be said to be absent. */
  readonly hidesStatements: boolean;
}
