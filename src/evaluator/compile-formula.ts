import type { Diagnostic, DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { checkFormula } from '../checker/check.js';
import { refusingCodes } from '../checker/check-diagnostics.js';
import type { TypedProgram } from '../checker/typed-program.js';
import { parseFormula } from '../parser/parse.js';
import { syntaxCodes } from '../parser/syntax-diagnostics.js';
import { defaultProfile, type Profile } from '../profile/profile.js';
import type { AutoScaleRun, AutoScaleRunError, AutoScaleTargets } from './autoscale-run.js';
import { evaluateProgram } from './evaluate-program.js';
import { createPlan, type CodeGeneration, type Plan } from './plan/plan.js';
import type { ValueObserver } from './evaluation-state.js';
import type { PoolView } from './pool-view.js';
import { refusal } from './service-error.js';

/** A formula that the service would accept. It may still fail when it runs, and then the run has an error. */
export interface CompiledFormula {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
  readonly program: TypedProgram;
  /** `random` serves `rand()` with numbers of 0 <= x < 1; `observe` is told each value of each expression. */
  readonly createEvaluator: (
    random: () => number,
    observe?: ValueObserver,
  ) => (view: PoolView) => AutoScaleRun;
  /** For whoever wants no more than the targets of many evaluations: those of the runs, without the cost of their texts. */
  readonly createTargetEvaluator: (random: () => number) => (view: PoolView) => AutoScaleTargets;
}

export interface CompileOptions {
  readonly profile?: Profile;
  /**
   * What evaluates: the interpreter, which starts at once and is the default, or a plan, which is made at the first use and
   * evaluates many times as fast. Both give the same runs.
   */
  readonly evaluator?: 'interpreter' | 'plan';
  /** Whether a plan may become JavaScript, or must be closures (CodeGeneration); `auto` by default. */
  readonly codeGeneration?: CodeGeneration;
}

export interface CompileResult extends DiagnosticResult<CompiledFormula> {
  /** What the service answers with HTTP 400 where there is no value. */
  readonly serviceError?: AutoScaleRunError;
}

const refusing: ReadonlySet<string> = new Set([...refusingCodes, ...syntaxCodes]);

/**
 * Compiles a formula. The value is absent where the service would refuse it; errors beside a value are places that fail when
 * they are reached (an undefined symbol in a branch that is never taken does no harm).
 */
export function compileFormula(source: SourceText, options: CompileOptions = {}): CompileResult {
  const profile = options.profile ?? defaultProfile;
  const parsed = parseFormula(source, profile);
  const checked: DiagnosticResult<TypedProgram> =
    parsed.value === undefined
      ? { diagnostics: [] }
      : checkFormula(parsed.value, profile, parsed.unverified);
  const found = [...parsed.diagnostics, ...checked.diagnostics];
  const diagnostics = found.toSorted((a, b) => a.span.start - b.span.start);
  const refused = found.find(({ code, severity }) => severity === 'error' && refusing.has(code));
  if (refused !== undefined) return { diagnostics, serviceError: refusal(source, refused) };
  const program = checked.value!;
  const value: CompiledFormula = {
    source,
    diagnostics,
    program,
    ...evaluatorsOf(program, options),
  };
  return { value, diagnostics };
}

function evaluatorsOf(
  program: TypedProgram,
  { evaluator = 'interpreter', codeGeneration = 'auto' }: CompileOptions,
): Pick<CompiledFormula, 'createEvaluator' | 'createTargetEvaluator'> {
  const interpreter: CompiledFormula['createEvaluator'] = (random, observe) => (view) =>
    evaluateProgram(program, view, random, observe);
  if (evaluator === 'interpreter') {
    return { createEvaluator: interpreter, createTargetEvaluator: interpreter };
  }
  let made: Plan | undefined;
  const plan = (): Plan => (made ??= createPlan(program, codeGeneration));
  return {
    createEvaluator: (random, observe) =>
      // Only the interpreter sees the value of every expression.
      observe === undefined ? plan().createEvaluator(random) : interpreter(random, observe),
    createTargetEvaluator: (random) => plan().createTargetEvaluator(random),
  };
}
