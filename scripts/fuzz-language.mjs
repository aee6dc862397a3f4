import { runTypeScript } from './run-typescript.mjs';

process.exitCode = await runTypeScript('test/fuzz/main.ts', process.argv.slice(2));
