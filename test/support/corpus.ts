import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A formula found in public code. */
export interface CorpusFormula {
  readonly id: string;
  readonly formula: string;
  readonly likely_valid: boolean | 'unknown';
  readonly lint: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The corpus of public formulas, which is not part of this repository; undefined, with a notice, where it is absent. */
export function corpusFormulas(): CorpusFormula[] | undefined {
  const folder = process.env['POOLSCALE_SHARED'] ?? join(root, '../shared');
  const file = join(folder, 'data/corpus.jsonl');
  if (!existsSync(file)) {
    console.warn(`SKIPPED: ${file} is absent`);
    return undefined;
  }
  return readCorpus(file);
}

export function readCorpus(file: string): CorpusFormula[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => JSON.parse(row) as CorpusFormula);
}
