import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { hasErrors } from '../../src/base/diagnostics/diagnostic.js';
import { compileFormula } from '../../src/evaluator/compile-formula.js';
import { emptyPool } from '../../src/metrics/metrics-snapshot.js';

interface Row {
  id: string;
  formula: string;
  likely_valid: boolean | 'unknown';
}

const path = join(process.env['POOLSCALE_SHARED'] ?? '../shared', 'data/corpus.jsonl');
const present = existsSync(path);
if (!present) console.warn(`SKIPPED: ${path} is not there`);

const rows = present
  ? readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
  : [];

describe.skipIf(!present)('formulas found in the wild', () => {
  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(100);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s', (_, { formula, likely_valid }) => {
    const { value, diagnostics } = compileFormula({ name: 'formula', text: formula });
    if (likely_valid !== 'unknown') expect(hasErrors(diagnostics)).toBe(!likely_valid);
    const view = { ...emptyPool, now: 0, samplePeriod: 300_000_000, samples: () => undefined };
    // A formula without an error may still lack samples, or meet an open question, on a new pool.
    const run = value?.createEvaluator(() => 0.5)(view);
    if (run?.error === undefined || hasErrors(diagnostics)) return;
    if (run.error.code !== 'InsufficientSampleData') expect(run.unverified).not.toEqual([]);
  });
});
