import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { fidelityPage } from './fidelity-page.js';
import { casesIn } from './run-case.js';

const file = join(fileURLToPath(new URL('../..', import.meta.url)), 'docs/fidelity.md');

it('docs/fidelity.md is up to date (npm run generate:docs) and finds no difference', () => {
  const page = fidelityPage(casesIn('grammar/conformance/recorded'));
  expect(readFileSync(file, 'utf8')).toBe(page);
  expect(page).not.toContain('Verdict: different');
});
