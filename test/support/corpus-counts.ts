// npm run corpus: what the checker and the linter say about the formulas of the corpus; run from the root of the repository.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { hasErrors } from '../../src/base/diagnostics/diagnostic.js';
import { compileFormula } from '../../src/evaluator/compile-formula.js';
import { disagreementReason } from './corpus-disagreements.js';
import { readCorpus, type CorpusFormula } from './corpus.js';
import {
  findingsOnClean,
  overallScore,
  precisionOf,
  recallOf,
  scoreRules,
  type RuleScore,
} from './lint-scores.js';

function count(title: string, rows: readonly CorpusFormula[], error: boolean): boolean {
  const other = rows.filter(({ formula }) => {
    const { diagnostics } = compileFormula({ name: 'formula', text: formula });
    return hasErrors(diagnostics) !== error;
  });
  console.log(`${title}: ${rows.length - other.length} of ${rows.length}`);
  for (const { id } of other) console.log(`  not ${id}`);
  return other.length === 0;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(7);

function printRule(score: RuleScore): void {
  const { rule, both, extra, missed } = score;
  const counts = `${both} as labelled, ${extra.length} more, ${missed.length} missed`;
  console.log(
    `${rule.padEnd(36)} precision ${percent(precisionOf(score))}, recall ${percent(recallOf(score))}: ${counts}`,
  );
}

/** Whether each disagreement between findings and labels has a reason. */
function printDisagreements(scores: readonly RuleScore[]): boolean {
  let explained = true;
  for (const { rule, extra, missed } of scores) {
    const all = [
      ...extra.map((id) => ['found, not labelled', id] as const),
      ...missed.map((id) => ['labelled, not found', id] as const),
    ];
    for (const [kind, id] of all) {
      const reason = disagreementReason(rule, id);
      explained &&= reason !== undefined;
      console.log(`  ${rule}, ${id} (${kind}): ${reason ?? 'NO REASON GIVEN'}`);
    }
  }
  return explained;
}

/** Precision and recall of the linter against the labels; false where they are too low or a disagreement has no reason. */
function printLint(rows: readonly CorpusFormula[]): boolean {
  const scores = scoreRules(rows);
  console.log('\nrules against the labels of the corpus, in formulas:');
  scores.forEach(printRule);
  console.log('\ndisagreements:');
  const explained = printDisagreements(scores);
  const { precision, recall } = overallScore(scores);
  console.log(
    `\nerrors and warnings together: precision ${percent(precision)}, recall ${percent(recall)} (at least 95 % each)`,
  );
  const loud = findingsOnClean(rows);
  console.log(`above info on formulas whose labels are all info: ${loud.length}`);
  for (const each of loud) console.log(`  ${each}`);
  return explained && precision >= 0.95 && recall >= 0.95 && loud.length === 0;
}

const file = join(process.env['POOLSCALE_SHARED'] ?? '../shared', 'data/corpus.jsonl');
if (existsSync(file)) {
  const rows = readCorpus(file);
  const of = (valid: CorpusFormula['likely_valid']): CorpusFormula[] =>
    rows.filter(({ likely_valid }) => likely_valid === valid);
  const accepted = count('formulas that the service accepts, without an error', of(true), false);
  const found = count('formulas that it does not accept, with an error', of(false), true);
  console.log(`formulas of unknown standing, not judged: ${of('unknown').length}`);
  const linted = printLint(rows);
  process.exitCode = accepted && found && linted ? 0 : 1;
} else {
  console.warn(`SKIPPED: ${file} is absent`);
}
