import { runTypeScript } from './run-typescript.mjs';

process.exitCode = await runTypeScript('test/simulator/mutations/main.ts', process.argv.slice(2));
