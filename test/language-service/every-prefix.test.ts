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
  renameRange,
  selectionRanges,
  semanticTokens,
  signatureHelp,
} from '../../src/language-service/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const formulas = ['examples', 'playground/src/gallery'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.autoscale'))
    .sort()
    .map((file) => join(folder, file)),
);

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
  renameRange(document, offset);
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
  expect(formulas.length).toBeGreaterThan(9);
});

it.each(formulas)(
  '%s: no prefix and no suffix makes any function fail',
  { timeout: 60_000 },
  (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    for (let length = 0; length <= text.length; length++) {
      exercise(text.slice(0, length));
      exercise(text.slice(length));
    }
  },
);
