import { runTypeScript } from './run-typescript.mjs';

const fidelity = await runTypeScript('test/conformance/write-fidelity-page.ts');
const rules = await runTypeScript('test/docs/write-rule-pages.ts');
const coverage = await runTypeScript('test/docs/write-service-coverage.ts');
const rehearsals = await runTypeScript('test/docs/write-rehearsals.ts');
process.exitCode = fidelity || rules || coverage || rehearsals;
