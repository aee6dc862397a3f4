import { runTypeScript } from './run-typescript.mjs';

process.exitCode = await runTypeScript('bench/main.ts', process.argv.slice(2));
