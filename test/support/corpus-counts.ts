// npm run corpus: what the checker says about the formulas of the corpus; run from the root of the repository.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { hasErrors } from '../../src/base/diagnostics/diagnostic.js';
import { compileFormula } from '../../src/evaluator/compile-formula.js';
import { readCorpus, type CorpusFormula } from './corpus.js';

function count(title: string, rows: readonly CorpusFormula[], error: boolean): boolean {
  const other = rows.filter(({ formula }) => {
    const { diagnostics } = compileFormula({ name: 'formula', text: formula });
    return hasErrors(diagnostics) !== error;
  });
  console.log(`${title}: ${rows.length - other.length} of ${rows.length}`);
  for (const { id } of other) console.log(`  not ${id}`);
  return other.length === 0;
}

const file = join(process.env['POOLSCALE_SHARED'] ?? '../shared', 'data/corpus.jsonl');
if (existsSync(file)) {
  const rows = readCorpus(file);
  const of = (valid: CorpusFormula['likely_valid']): CorpusFormula[] =>
    rows.filter(({ likely_valid }) => likely_valid === valid);
  const accepted = count('formulas that the service accepts, without an error', of(true), false);
  const found = count('formulas that it does not accept, with an error', of(false), true);
  console.log(`formulas of unknown standing, not judged: ${of('unknown').length}`);
  process.exitCode = accepted && found ? 0 : 1;
} else {
  console.warn(`SKIPPED: ${file} is absent`);
}
