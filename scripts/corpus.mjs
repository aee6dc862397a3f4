import { runTypeScript } from './run-typescript.mjs';

process.exitCode = await runTypeScript('test/support/corpus-counts.ts');
