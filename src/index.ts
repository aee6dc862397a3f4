/**
 * The formula language: read, check, compile, evaluate and format. No function throws for a formula, whatever its text; each answers
 * with `{ value, diagnostics }`. The simulator, scenarios, experiments and reports are `poolscale/simulator` and so on.
 */
import type { DiagnosticResult } from './base/diagnostics/diagnostic.js';
import type { SourceText } from './base/text/source-text.js';
import { checkFormula } from './checker/check.js';
import type { TypedProgram } from './checker/typed-program.js';
import type { AutoScaleRun } from './evaluator/autoscale-run.js';
import {
  compileFormula,
  type CompileOptions,
  type CompileResult,
} from './evaluator/compile-formula.js';
import type { PoolView } from './evaluator/pool-view.js';
import type { FormulaSyntax } from './parser/ast.js';
import { formatFormula } from './parser/format/format-formula.js';
import { parseFormula } from './parser/parse.js';
import { defaultProfile, type Profile } from './profile/profile.js';

export type { Diagnostic, DiagnosticResult, Severity } from './base/diagnostics/diagnostic.js';
export { hasErrors } from './base/diagnostics/diagnostic.js';
export { renderDiagnostic } from './base/diagnostics/render.js';
export type { SourceText, Span } from './base/text/source-text.js';
export type { TypedProgram } from './checker/typed-program.js';
export type {
  AutoScaleRun,
  AutoScaleRunError,
  AutoScaleTargets,
  NodeDeallocationOption,
} from './evaluator/autoscale-run.js';
export type { CompiledFormula, CompileResult } from './evaluator/compile-formula.js';
export type { PoolView } from './evaluator/pool-view.js';
export type { Value } from './evaluator/value.js';
export { readMetricsFile, type MetricsFile } from './metrics/metrics-file.js';
export { createSnapshot, type MetricsSnapshot } from './metrics/metrics-snapshot.js';
export type { FormulaSyntax } from './parser/ast.js';
export { defaultProfile, profileWith, type Profile } from './profile/profile.js';
export { switchTable } from './profile/switch-table.js';

export interface FormulaOptions {
  /** Name of the formula in diagnostics; default `formula`. */
  readonly name?: string;
  /** Switches for behaviour of the service that no public record settles. */
  readonly profile?: Profile;
}

/** With the kind of evaluator (`evaluator`, `codeGeneration`). */
export type CompileFormulaOptions = FormulaOptions & CompileOptions;

export interface EvaluateOptions extends FormulaOptions {
  /** Serves `rand()` with numbers of 0 <= x < 1; default always 0.5, so that the same call gives the same answer. */
  readonly random?: () => number;
}

export interface EvaluateResult extends DiagnosticResult<AutoScaleRun> {
  /** What the service answers with HTTP 400 where there is no value. */
  readonly serviceError?: CompileResult['serviceError'];
}

function sourceOf(text: string, { name = 'formula' }: FormulaOptions): SourceText {
  return { name, text };
}

/** The syntax tree, also beside errors: a statement that could not be read is in it as such. */
export function parse(
  formula: string,
  options: FormulaOptions = {},
): DiagnosticResult<FormulaSyntax> {
  return parseFormula(sourceOf(formula, options), options.profile);
}

/** Names and types; the program is absent where the service would refuse the formula. */
export function check(
  formula: string,
  options: FormulaOptions = {},
): DiagnosticResult<TypedProgram> {
  const { profile = defaultProfile } = options;
  const parsed = parseFormula(sourceOf(formula, options), profile);
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics };
  const checked = checkFormula(parsed.value, profile, parsed.unverified);
  return { ...checked, diagnostics: [...parsed.diagnostics, ...checked.diagnostics] };
}

/** The formula in the one style, comments kept; no value where it has syntax errors. */
export function format(formula: string, options: FormulaOptions = {}): DiagnosticResult<string> {
  return formatFormula(sourceOf(formula, options), options.profile);
}

/** A formula that is ready to be evaluated many times. */
export function compile(formula: string, options: CompileFormulaOptions = {}): CompileResult {
  return compileFormula(sourceOf(formula, options), options);
}

/**
 * One evaluation: what the service would answer for this pool. A run that failed has an `error`; a formula that the service
 * refuses has no value.
 *
 * @example
 * const metrics = readMetricsFile({ name: 'metrics', text: 'series: { $PendingTasks: "0 4 8" }' });
 * const pool = createSnapshot({ ...metrics.value, now: 0 });
 * evaluate('$TargetDedicatedNodes = max($PendingTasks.GetSample(1));', pool).value.results;
 * // '$TargetDedicatedNodes=8;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue'
 */
export function evaluate(
  formula: string,
  pool: PoolView,
  options: EvaluateOptions = {},
): EvaluateResult {
  const { value, diagnostics, serviceError } = compile(formula, options);
  if (value === undefined) {
    return serviceError === undefined ? { diagnostics } : { diagnostics, serviceError };
  }
  return { value: value.createEvaluator(options.random ?? (() => 0.5))(pool), diagnostics };
}
