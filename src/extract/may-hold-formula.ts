/**
 * Names under which formulas stand (`auto_scale`, `autoScaleFormula`, `--auto-scale-formula`, `language=batch-autoscale`), or a
 * target that a formula sets. A file without either holds no formula that an extractor would find.
 */
const traces = /auto[_-]?scale|\$target(?:dedicated|lowpriority)/i;

/** A cheap look before a file is parsed; it may say yes for nothing, never no for a file with a formula. */
export function mayHoldFormula(text: string): boolean {
  return traces.test(text);
}
