import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { generatedGrammarFiles } from './generated-files.js';

// The program behind scripts/generate-grammar.mjs: writes the files, or with --check only says which ones are out of date.
const check = process.argv.includes('--check');
for (const [path, content] of generatedGrammarFiles()) {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
  if (check) {
    process.stderr.write(`${path} is out of date; run node scripts/generate-grammar.mjs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, content);
    process.stdout.write(`${path}\n`);
  }
}
