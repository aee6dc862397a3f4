// Writes the generated files of grammar/; with --check only says which ones are out of date.
import { runTypeScript } from './run-typescript.mjs';

process.exitCode = await runTypeScript(
  'src/parser/grammar-docs/write-files.node.ts',
  process.argv.slice(2),
);
