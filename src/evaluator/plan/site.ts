import type { Span } from '../../base/text/source-text.js';
import type { FunctionName } from '../../language/functions.js';
import type { MemberName } from '../../language/members.js';
import type { MethodName } from '../../language/methods.js';
import type { BinaryOperator, UnaryOperator } from '../../language/operators.js';
import type { MetricName, ScalarName, TargetName } from '../../language/variables.js';
import type { Representation } from './representation.js';

/** A place of the formula: what an operation there needs to know beside its operands. */
export type Site =
  PlaceSite | UnarySite | BinarySite | CallSite | MethodSite | MemberSite | TargetSite | ScalarSite;

export interface PlaceSite {
  readonly kind: 'place';
  readonly span: Span;
  /** Text of the formula that a message repeats. */
  readonly text: string;
  readonly operand: Representation;
}

export interface UnarySite {
  readonly kind: 'unary';
  readonly span: Span;
  readonly operator: UnaryOperator;
  readonly operand: Representation;
  readonly result: Representation;
}

export interface BinarySite {
  readonly kind: 'binary';
  readonly span: Span;
  readonly operator: BinaryOperator;
  readonly left: Representation;
  readonly right: Representation;
  readonly result: Representation;
}

interface Arguments {
  readonly span: Span;
  readonly spans: readonly Span[];
  readonly operands: readonly Representation[];
  readonly result: Representation;
}

export interface CallSite extends Arguments {
  readonly kind: 'call';
  readonly name: FunctionName;
}

export interface MethodSite extends Arguments {
  readonly kind: 'method';
  readonly name: MethodName;
  readonly metric: MetricName;
  readonly metricName: string;
  readonly orderMatters: boolean;
  readonly parenthesis: Span;
  /** Where the percentage stands that GetSample demands. */
  readonly percentSpan: Span;
}

export interface MemberSite {
  readonly kind: 'member';
  readonly span: Span;
  readonly member: MemberName;
  readonly operand: Representation;
}

export interface TargetSite {
  readonly kind: 'target';
  readonly target: TargetName;
}

export interface ScalarSite {
  readonly kind: 'scalar';
  readonly variable: ScalarName | '$UsableNodeCount';
}
