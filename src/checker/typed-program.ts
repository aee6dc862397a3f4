import type { SourceText, Span } from '../base/text/source-text.js';
import type { Ticks } from '../base/time/ticks.js';
import type { DeallocationKeyword } from '../language/deallocation-options.js';
import type { FunctionName } from '../language/functions.js';
import type { MemberName } from '../language/members.js';
import type { MethodName } from '../language/methods.js';
import type { BinaryOperator, UnaryOperator } from '../language/operators.js';
import type { StaticType } from '../language/static-type.js';
import type { MetricName, ScalarName, TargetName } from '../language/variables.js';
import type { Profile } from '../profile/profile.js';
import type { SwitchName } from '../profile/switch-table.js';

/**
 * A formula with every name resolved and every expression typed: all that an interpreter or a code generator needs.
 * Statements that are certain to fail when they run (an undefined symbol, say) are in it; statements that the service would
 * refuse are not, because then there is no program.
 */
export interface TypedProgram {
  readonly source: SourceText;
  readonly profile: Profile;
  readonly statements: readonly TypedStatement[];
  /** User variables in the order of their first assignment, as written there; `index` of an expression counts in it. */
  readonly userVariables: readonly string[];
  /** Switches that decided how the text was read. */
  readonly unverified: readonly SwitchName[];
}

/** What an assignment sets. Of targets and the deallocation option, `alias` says that an old or short name was written. */
export type Destination =
  | { readonly kind: 'user'; readonly index: number; readonly name: string }
  | { readonly kind: 'target'; readonly target: TargetName; readonly alias: boolean }
  | { readonly kind: 'deallocation'; readonly alias: boolean };

export type TypedStatement =
  | {
      readonly kind: 'assignment';
      readonly destination: Destination;
      readonly value: TypedExpression;
      readonly span: Span;
    }
  | { readonly kind: 'expression'; readonly value: TypedExpression; readonly span: Span };

interface Typed {
  readonly type: StaticType;
  readonly span: Span;
}

export interface TypedLink {
  readonly operator: BinaryOperator;
  readonly right: TypedExpression;
  /** Type after this operator; `unknown` where the operands fit no row of the table. */
  readonly type: StaticType;
}

export type TypedExpression =
  | (Typed & { readonly kind: 'number'; readonly value: number })
  | (Typed & { readonly kind: 'string'; readonly value: string })
  | (Typed & { readonly kind: 'interval'; readonly value: Ticks })
  | (Typed & { readonly kind: 'deallocation'; readonly value: DeallocationKeyword })
  | (Typed & { readonly kind: 'userVariable'; readonly index: number; readonly name: string })
  | (Typed & { readonly kind: 'target'; readonly target: TargetName })
  | (Typed & { readonly kind: 'deallocationVariable' })
  | (Typed & { readonly kind: 'scalar'; readonly variable: ScalarName | '$UsableNodeCount' })
  /** A sampled variable where a value must stand: fails when it is reached. */
  | (Typed & { readonly kind: 'metric'; readonly name: string })
  /** Fails when it is reached. */
  | (Typed & { readonly kind: 'undefined'; readonly name: string })
  | (Typed & {
      readonly kind: 'unary';
      /** Outermost first. */
      readonly operators: readonly UnaryOperator[];
      readonly operand: TypedExpression;
    })
  | (Typed & {
      readonly kind: 'chain';
      readonly first: TypedExpression;
      readonly links: readonly TypedLink[];
    })
  | (Typed & {
      readonly kind: 'conditional';
      readonly condition: TypedExpression;
      readonly whenTrue: TypedExpression;
      readonly whenFalse: TypedExpression;
    })
  | (Typed & {
      readonly kind: 'call';
      readonly function: FunctionName;
      readonly arguments: readonly TypedExpression[];
      /** Index into the signatures of the function; undefined where only the run-time types tell, or none fits. */
      readonly overload: number | undefined;
    })
  | (Typed & {
      readonly kind: 'method';
      readonly method: MethodName;
      readonly metric: MetricName;
      /** The metric as written: messages repeat it. */
      readonly metricName: string;
      readonly arguments: readonly TypedExpression[];
      readonly overload: number | undefined;
      /** Whether the order of the samples can be seen in the outcome (switch sampleOrder). */
      readonly orderMatters: boolean;
      /** The opening parenthesis, which positions of sample failures name. */
      readonly parenthesis: Span;
    })
  | (Typed & {
      readonly kind: 'member';
      readonly member: MemberName;
      readonly object: TypedExpression;
    })
  /** A method of something that has none: fails when it is reached, after its receiver. */
  | (Typed & {
      readonly kind: 'misplaced';
      readonly receiver: TypedExpression;
      readonly text: string;
    });
