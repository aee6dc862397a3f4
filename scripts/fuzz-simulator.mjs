import { runTypeScript } from './run-typescript.mjs';

process.exitCode = await runTypeScript('test/fuzz/simulator/main.ts', process.argv.slice(2));
