import type { Fix, Label, Severity } from '../base/diagnostics/diagnostic.js';
import type { Span } from '../base/text/source-text.js';
import type { TypedProgram } from '../checker/typed-program.js';
import type { FormulaSyntax } from '../parser/ast.js';
import type { Profile } from '../profile/profile.js';

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
  readonly program: TypedProgram;
  readonly profile: Profile;
  readonly environment: RuleEnvironment;
  /** Identifiers that the host computes: their type and value are not known. */
  readonly holes: ReadonlySet<string>;
}

/** One finding of a rule, in offsets of the formula. `message` is lower-case, one fact, then the remedy in `help`. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
  readonly labels?: readonly Label[];
  readonly fixes?: readonly Fix[];
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
