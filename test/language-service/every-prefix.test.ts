import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import {
  codeActions,
  codeLenses,
  completion,
  definition,
  documentSymbols,
  foldingRanges,
  formattingEdits,
  hover,
  inlayHints,
  openFormula,
  references,
  rename,
  selectionRanges,
  semanticTokens,
  signatureHelp,
} from '../../src/language-service/index.js';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const formulas = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.autoscale'))
  .sort();

function exercise(text: string): void {
  const document = openFormula({ name: 'prefix', text });
  const offset = text.length;
  const range = { start: 0, end: offset };
  document.diagnostics();
  completion(document, offset);
  hover(document, offset);
  signatureHelp(document, offset);
  inlayHints(document);
  definition(document, offset);
  references(document, offset);
  rename(document, offset, 'renamed');
  documentSymbols(document);
  foldingRanges(document);
  selectionRanges(document, offset);
  for (const { span } of semanticTokens(document)) expect(span.end).toBeLessThanOrEqual(offset);
  formattingEdits(document);
  codeActions(document, range);
  codeLenses(document);
}

it('there are examples', () => {
  expect(formulas.length).toBeGreaterThan(2);
});

it.each(formulas)('%s: no prefix and no suffix makes any function fail', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  for (let length = 0; length <= text.length; length++) {
    exercise(text.slice(0, length));
    exercise(text.slice(length));
  }
});
