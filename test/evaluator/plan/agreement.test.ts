import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  createSnapshot,
  defaultSamplePeriod,
  emptyPool,
} from '../../../src/metrics/metrics-snapshot.js';
import { corpusFormulas } from '../../support/corpus.js';
import { agree } from '../../support/evaluator-agreement.js';
import { plainText, programTokens } from '../../support/formula-arbitrary.js';
import { rareFormulas } from '../../support/plan-checks.js';
import { poolView } from '../../support/pool-view-arbitrary.js';
import { profile, programText } from '../../support/program-arbitrary.js';

/** POOLSCALE_PROGRAMS: how many programs. */
const runs = Number(
  process.env['POOLSCALE_PROGRAMS'] ?? (process.env['POOLSCALE_LONG'] === '1' ? 100_000 : 5000),
);

it('answers as the interpreter does: every built-in, any profile', { timeout: 7_200_000 }, () => {
  let compiled = 0;
  fc.assert(
    fc.property(programText, profile, poolView, poolView, (text, settings, one, other) => {
      if (agree(text, [one, other, one], settings)) compiled++;
    }),
    { numRuns: runs },
  );
  expect(compiled).toBeGreaterThan(runs * 0.8);
});

it('answers as the interpreter does: well-typed programs', { timeout: 7_200_000 }, () => {
  let compiled = 0;
  fc.assert(
    fc.property(programTokens, profile, poolView, (tokens, settings, view) => {
      if (agree(plainText(tokens), [view, view], settings)) compiled++;
    }),
    { numRuns: runs / 5 },
  );
  expect(compiled).toBeGreaterThan((runs / 5) * 0.9);
});

it.each(rareFormulas)('answers as the interpreter does: %s', (text) => {
  const pools = fc.sample(poolView, 2);
  expect(agree(text, pools)).toBe(true);
});

const corpus = corpusFormulas();
it.skipIf(corpus === undefined)('answers the corpus as the interpreter does', () => {
  let compiled = 0;
  fc.assert(
    fc.property(fc.constantFrom(...corpus!), poolView, (row, view) => {
      if (agree(row.formula, [view])) compiled++;
    }),
    { numRuns: 2000 },
  );
  expect(compiled).toBeGreaterThan(1000);
});

it.each([
  ['a chain of 4,000 terms', `x = ${Array.from({ length: 4000 }, () => '1').join('+')};`],
  ['8 KB of unary minus', `x = ${'-'.repeat(8000)}1;`],
  ['2,000 logical operators', `x = ${Array.from({ length: 2000 }, () => 'd').join('&&')};`],
])('%s is no strain', (_, text) => {
  const view = createSnapshot({
    now: 0,
    samplePeriod: defaultSamplePeriod,
    pool: emptyPool,
    series: new Map(),
  });
  expect(agree(`d = 1;${text}`, [view])).toBe(true);
});
