import type { AssertionResult } from '../../experiment/assertion.js';
import { figureValues } from '../../experiment/figures.js';
import type { RunRecord } from '../../simulator/record/run-record.js';

/** The JSON answer of `simulate`: keys in a fixed order, nothing of the machine or the clock, so equal runs give equal bytes. */
export function simulateJson(
  record: RunRecord,
  assertions: readonly AssertionResult[] = [],
): string {
  const answer = { version: 1, record, figures: figureValues(record), assertions };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}
