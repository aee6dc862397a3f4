import fc from 'fast-check';
import { expect, it } from 'vitest';

import { compileFormula } from '../../../src/evaluator/compile-formula.js';
import {
  createSnapshot,
  defaultSamplePeriod,
  emptyPool,
} from '../../../src/metrics/metrics-snapshot.js';
import { formatFormula } from '../../../src/parser/format/format-formula.js';
import { corpusFormulas } from '../../support/corpus.js';
import { messyText, programTokens } from '../../support/formula-arbitrary.js';

const runs = process.env['POOLSCALE_LONG'] === '1' ? 20_000 : 1000;
const history = fc.array(fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constant(NaN)), {
  maxLength: 60,
});

const answered = { results: 0, errors: 0, refusals: 0 };

/** What the service answers, without the places in the text, which a new layout moves. */
function answer(text: string, active: readonly number[], pending: readonly number[]): unknown {
  const { value, serviceError } = compileFormula({ name: 'f', text });
  if (value === undefined) {
    answered.refusals++;
    return { refused: serviceError?.code };
  }
  const view = createSnapshot({
    now: 0,
    samplePeriod: defaultSamplePeriod,
    pool: { ...emptyPool, currentDedicatedNodes: 3, targetDedicatedNodes: 4 },
    series: new Map([
      ['$ActiveTasks', active],
      ['$RunningTasks', pending],
      ['$PendingTasks', pending],
      ['$CPUPercent', active],
    ]),
  });
  const run = value.createEvaluator(() => 0.25)(view);
  answered[run.error === undefined ? 'results' : 'errors']++;
  return JSON.parse(JSON.stringify(run).replaceAll(/Line \d+, Col \d+/g, 'Line, Col'));
}

function expectSameMeaning(text: string, active: readonly number[], pending: readonly number[]) {
  const formatted = formatFormula({ name: 'f', text }).value;
  if (formatted === undefined) return;
  expect(answer(formatted, active, pending)).toEqual(answer(text, active, pending));
}

it('a generated program answers the same after it was formatted', { timeout: 600_000 }, () => {
  fc.assert(fc.property(messyText(programTokens), history, history, expectSameMeaning), {
    numRuns: runs,
  });
  expect(answered.results).toBeGreaterThan(runs / 10);
  expect(answered.errors).toBeGreaterThan(runs / 10);
});

const corpus = corpusFormulas();
it.skipIf(corpus === undefined)(
  'every formula of the corpus answers the same after it was formatted',
  () => {
    const histories = fc.sample(fc.tuple(history, history), { numRuns: 3, seed: 1 });
    for (const { formula } of corpus!) {
      for (const [active, pending] of histories) expectSameMeaning(formula, active, pending);
    }
  },
);
