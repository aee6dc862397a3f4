import type { ValueObserver } from '../../evaluator/evaluation-state.js';
import { emptyPool, type PoolCounts } from '../../metrics/metrics-snapshot.js';
import type { CaseOutcome, Failure } from '../test-report.js';
import type { EvaluationStep, TestCase, TestedFormula } from '../test-suite.js';
import { checkOutcome } from './check-outcome.js';
import { evaluateStep, snapshotOf, type StepOutcome } from './evaluate-step.js';

/** What the cases of a file share. */
export interface CaseContext {
  readonly formula: TestedFormula;
  /** Seed of `rand()`. */
  readonly seed: string;
  readonly observe?: ValueObserver | undefined;
}

/** The pool as the next evaluation meets it. */
function poolAfter(
  before: PoolCounts,
  outcome: StepOutcome,
  resize: 'completes' | 'pending',
): PoolCounts {
  if (outcome.kind === 'refused') return before;
  const { targetDedicatedNodes, targetLowPriorityNodes } = outcome.run;
  const targets = { targetDedicatedNodes, targetLowPriorityNodes };
  if (resize === 'pending') return { ...before, ...targets };
  return {
    ...before,
    ...targets,
    currentDedicatedNodes: targetDedicatedNodes,
    currentLowPriorityNodes: targetLowPriorityNodes,
  };
}

/** One evaluation against its expectations. */
export function runStep(
  { formula, seed, observe }: CaseContext,
  step: EvaluationStep,
): readonly Failure[] {
  const outcome = evaluateStep(formula, snapshotOf(step), seed, observe);
  return checkOutcome(step, outcome, undefined);
}

/** Runs the evaluations of a case one after the other; later steps run also after a failure. */
export function runEvaluations(
  { formula, seed, observe }: CaseContext,
  { steps, resize }: Extract<TestCase, { kind: 'evaluations' }>,
): CaseOutcome {
  const failures: Failure[] = [];
  let pool: PoolCounts = emptyPool;
  for (const [index, step] of steps.entries()) {
    const snapshot = snapshotOf(step, pool);
    const outcome = evaluateStep(formula, snapshot, seed, observe);
    const name = steps.length > 1 ? (step.name ?? `step ${index + 1}`) : undefined;
    failures.push(...checkOutcome(step, outcome, name));
    pool = poolAfter({ ...pool, ...step.pool }, outcome, resize);
  }
  return failures.length === 0 ? { kind: 'passed' } : { kind: 'failed', failures };
}
