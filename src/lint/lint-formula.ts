import type { Diagnostic, Severity } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { checkFormula, holeTest } from '../checker/check.js';
import { parseFormula } from '../parser/parse.js';
import { syntaxSeverities } from '../parser/syntax-diagnostics.js';
import { defaultProfile } from '../profile/profile.js';
import { withFixes } from './compiler-fixes.js';
import { analyseFlow } from './flow/analyse.js';
import { withoutHoles } from './holes.js';
import { applyIgnores } from './ignore/apply-ignores.js';
import { ignoreComments } from './ignore/ignore-comments.js';
import type { LintOptions, LintResult } from './lint-options.js';
import { rulesById } from './rule-table.js';
import type { Finding, Rule, RuleContext } from './rule.js';
import { rules } from './rules.js';
import { variableUses } from './walk-syntax.js';

export type { LintOptions, LintResult } from './lint-options.js';

const noHoles: ReadonlySet<string> = new Set();
type Levels = NonNullable<LintOptions['levels']>;

/**
 * Reads, types and lints a formula. Diagnostics are in the order of its text and their `code` is the id of a rule of the rule table.
 * Rules over the typed program run where the whole text could be read: after a syntax error there is nothing to go by.
 */
export function lintFormula(source: SourceText, options: LintOptions = {}): LintResult {
  const { profile = defaultProfile, holes = noHoles, levels } = options;
  const isHole = holeTest(holes);
  const parsed = parseFormula(source, profile);
  const syntaxErrors = withoutHoles(parsed.diagnostics, source.text, holes);
  const syntax = parsed.value;
  if (syntax === undefined) return { diagnostics: syntaxErrors, ignored: 0 };

  const checked = checkFormula(syntax, profile, parsed.unverified, holes);
  const readable = syntax.statements.every(
    (statement) => statement.kind !== 'broken' || statement.readable !== undefined,
  );
  const unread = syntaxErrors.find(({ code }) => makesUnreadable(code));
  const whole = unread === undefined && readable;
  // Beside statements that could not be read, only what is wrong in any case is said of the others.
  const typing = checked.diagnostics.filter(({ severity }) => whole || severity === 'error');
  const found = [...syntaxErrors, ...typing].map((each) => withFixes(withLevel(each), syntax));
  if (whole) {
    const environment = options.environment ?? {};
    const program = checked.partial;
    const flow = analyseFlow(program, environment, isHole);
    const { text } = source;
    const uses = variableUses(syntax);
    const context = { text, syntax, uses, program, flow, profile, environment, holes, isHole };
    for (const rule of rules) runRule(rule, context, levels, found);
  } else if (unread !== undefined && !syntaxErrors.some(({ code }) => code === 'syntax-error')) {
    found.push(refusal(unread));
  }
  const levelled = found.flatMap((each) => levelledDiagnostic(each, levels));
  const comments = ignoreComments(syntax);
  const outcome = applyIgnores(levelled, comments, rulesById, options);
  const reports = outcome.diagnostics.flatMap((each) => levelledDiagnostic(each, levels));
  const diagnostics = reports
    .map((each) => (each.source === undefined ? { ...each, source } : each))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { diagnostics, ignored: outcome.ignored };
}

/** Of a foreign operator the tree is whole, and warnings refuse nothing. */
function makesUnreadable(code: string): boolean {
  const severity = (syntaxSeverities as Readonly<Record<string, Severity>>)[code];
  return severity === 'error' && code !== 'unknown-operator';
}

/** A diagnostic of parser or checker at the level that its rule has. */
function withLevel(diagnostic: Diagnostic): Diagnostic {
  const { level } = rulesById.get(diagnostic.code)!;
  return level === diagnostic.severity ? diagnostic : { ...diagnostic, severity: level };
}

/** What the slip that was named by its own rule means for the rest of the formula. */
function refusal({ span }: Diagnostic): Diagnostic {
  return {
    code: 'syntax-error',
    severity: 'error',
    message: 'the service refuses the whole formula for this, and no statement of it runs',
    span,
  };
}

function runRule(
  rule: Rule,
  context: RuleContext,
  levels: Levels | undefined,
  found: Diagnostic[],
): void {
  if (levels?.get(rule.id) === 'off') return;
  for (const finding of rule.check(context)) found.push(diagnosticOf(rule, finding));
}

function diagnosticOf(rule: Rule, { level, ...finding }: Finding): Diagnostic {
  return { code: rule.id, severity: level ?? rule.level, ...finding };
}

/** The diagnostic under the level that the user sets for its rule; nothing where that is `off`. */
function levelledDiagnostic(
  diagnostic: Diagnostic,
  levels: Levels | undefined,
): readonly Diagnostic[] {
  const level = levels?.get(diagnostic.code);
  if (level === undefined || level === diagnostic.severity) return [diagnostic];
  if (rulesById.get(diagnostic.code)?.canTurnOff !== true) return [diagnostic];
  return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
}
