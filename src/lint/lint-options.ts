import type { Diagnostic, Severity } from '../base/diagnostics/diagnostic.js';
import type { Profile } from '../profile/profile.js';
import type { RuleEnvironment } from './rule.js';

/** How a formula is linted. Absent fields take the recommended values. */
export interface LintOptions {
  readonly profile?: Profile;
  /** Level of rules by id, `off` included; errors of parser and checker that the service refuses cannot be turned off. */
  readonly levels?: ReadonlyMap<string, Severity | 'off'>;
  readonly environment?: RuleEnvironment;
  /** Identifiers that the host computes. */
  readonly holes?: ReadonlySet<string>;
  /** The day by which `until YYYY-MM-DD` of ignore comments is judged, `YYYY-MM-DD`; absent, none has expired. */
  readonly today?: string;
  /** Whether an ignore comment must say why. */
  readonly requireReason?: boolean;
}

/** Diagnostics of parser, checker and rules in the order of the text; `code` is the id of the rule. */
export interface LintResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that an ignore comment held back. */
  readonly ignored: number;
}
