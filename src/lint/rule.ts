import type { Fix, Label, Severity } from '../base/diagnostics/diagnostic.js';
import type { Span } from '../base/text/source-text.js';
import type { TypedProgram } from '../checker/typed-program.js';
import type { FormulaSyntax } from '../parser/ast.js';
import type { Profile } from '../profile/profile.js';
import type { Flow } from './flow/flow.js';
import type { VariableUse } from './walk-syntax.js';

export type Category =
  'syntax' | 'correctness' | 'suspicious' | 'cost' | 'reliability' | 'performance' | 'style';

/** What is known about the pool around a formula; rules take it from the configuration file. */
export interface RuleEnvironment {
  /** Seconds between two evaluations. REST default 900. */
  readonly evaluationInterval?: number;
  readonly taskSlotsPerNode?: number;
  readonly minNodes?: number;
  readonly maxNodes?: number;
}

/** What a rule sees. The syntax tree and the typed program are of the same text. */
export interface RuleContext {
  readonly text: string;
  readonly syntax: FormulaSyntax;
  /** Where the service would refuse the formula, every statement that could be typed all the same. */
  readonly program: TypedProgram;
  /** Every use of a variable, as written. */
  readonly uses: readonly VariableUse[];
  /** What the values of the formula can be. */
  readonly flow: Flow;
  readonly profile: Profile;
  readonly environment: RuleEnvironment;
  /** Identifiers that the host computes: their type and value are not known. */
  readonly holes: ReadonlySet<string>;
  /** Whether a name is a hole or holds one (`$Target${kind}Nodes`). */
  readonly isHole: (name: string) => boolean;
}

/** One finding of a rule, in offsets of the formula. `message` is lower-case, one fact, then the remedy in `help`. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
  readonly labels?: readonly Label[];
  readonly fixes?: readonly Fix[];
  /** Where it is not the level of the rule; a level that the user sets for the rule holds for all its findings. */
  readonly level?: Severity;
}

/** A rule over a formula that was parsed and checked: one file in rules/, one test, one page in docs/rules. */
export interface Rule {
  /** Kebab-case; the label of the corpus where it has one. */
  readonly id: string;
  readonly category: Category;
  readonly level: Severity;
  /** One sentence, lower case, without a full stop: the first line of its page. */
  readonly summary: string;
  /** `fix` is safe; `suggestion` may change the meaning. */
  readonly fixable?: 'fix' | 'suggestion';
  /** Version of poolscale that brought it. */
  readonly since: string;
  readonly check: (context: RuleContext) => readonly Finding[];
}
