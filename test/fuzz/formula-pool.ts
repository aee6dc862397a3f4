import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(folder, file));
}

/** Formulas to change at random: the examples, the conformance suite, and the corpus where `shared` has it. */
export function formulaPool(root: string, shared: string): string[] {
  const examples = filesUnder(join(root, 'examples'), '.autoscale').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const conformance = filesUnder(join(root, 'grammar/conformance'), '.yaml').flatMap((file) => {
    const { cases } = parse(readFileSync(file, 'utf8')) as { cases: { formula: string }[] };
    return cases.map(({ formula }) => formula);
  });
  const corpus = join(shared, 'data/corpus.jsonl');
  if (!existsSync(corpus)) {
    console.warn(`SKIPPED: ${corpus} is absent`);
    return [...examples, ...conformance];
  }
  const rows = readFileSync(corpus, 'utf8').trim().split('\n');
  return [
    ...examples,
    ...conformance,
    ...rows.map((row) => (JSON.parse(row) as { formula: string }).formula),
  ];
}
