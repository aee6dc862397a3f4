import type { Comparison } from '../../experiment/compare.js';
import type { ShownAssertion } from '../shown-assertion.js';

/**
 * The JSON answer of `compare`: by formula, the figures of every run in the order of the seeds, means with intervals, and
 * paired differences to the first formula. Keys have a fixed order, as in `simulateJson`.
 */
export function compareJson(
  comparison: Comparison,
  assertions: readonly ShownAssertion[] = [],
): string {
  const { name, seeds, partial, formulas } = comparison;
  const answer = {
    version: 1,
    name,
    seeds,
    partial,
    formulas: formulas.map(({ name: formula, values, figures, differences, firstRun }) => ({
      name: formula,
      runs: values.map((run, index) => ({ seed: seeds[index]!, figures: run })),
      figures,
      ...(differences === undefined ? {} : { differences }),
      ...(firstRun?.cost === undefined ? {} : { currency: firstRun.cost.currency }),
    })),
    assertions,
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}
