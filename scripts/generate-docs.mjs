import { runTypeScript } from './run-typescript.mjs';

process.exitCode = await runTypeScript('test/conformance/write-fidelity-page.ts');
