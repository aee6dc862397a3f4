/**
 * Why an evaluation ends early. Thrown inside the evaluator only: `createEvaluator` catches both and answers with a run, so
 * callers never see them.
 */
export class FormulaFailure extends Error {
  readonly code: 'AutoScalingFormulaEvaluationError' | 'InsufficientSampleData';
  /** Offset in the formula that the answer names as line and column. */
  readonly offset: number;

  constructor(code: FormulaFailure['code'], offset: number, text: string) {
    super(text);
    this.code = code;
    this.offset = offset;
  }
}

/** The formula called stop(). */
export class StopSignal extends Error {}
