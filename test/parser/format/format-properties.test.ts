import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SourceText } from '../../../src/base/text/source-text.js';
import { lex } from '../../../src/lexer/lex.js';
import { formatFormula } from '../../../src/parser/format/format-formula.js';
import { parseFormula } from '../../../src/parser/parse.js';
import { defaultProfile, profileWith, type Profile } from '../../../src/profile/profile.js';
import { corpusFormulas } from '../../support/corpus.js';
import { messyText, programTokens, statementTokens } from '../../support/formula-arbitrary.js';

function source(text: string): SourceText {
  return { name: 'test.autoscale', text };
}

function images(text: string): string[] {
  const list = lex(text).tokens.map(({ image }) => image);
  return list.length > 0 && list.at(-1) !== ';' ? [...list, ';'] : list;
}

function commentTexts(text: string): string[] {
  return lex(text).comments.map(({ image }) => image.replaceAll('\r\n', '\n').trimEnd());
}

/** The tree without its places. */
function meaning(text: string, profile: Profile): unknown {
  const { value } = parseFormula(source(text), profile);
  return JSON.parse(
    JSON.stringify(value?.statements, (key, each: unknown) =>
      key.toLowerCase().endsWith('span') || key === 'parenthesis' ? undefined : each,
    ),
  );
}

function expectFaithful(text: string, profile: Profile = defaultProfile): void {
  const { value: once, diagnostics } = formatFormula(source(text), profile);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(once).toBeDefined();
  expect(formatFormula(source(once!), profile).value).toBe(once);
  expect(images(once!)).toEqual(images(text));
  expect(commentTexts(once!)).toEqual(commentTexts(text));
  expect(meaning(once!, profile)).toEqual(meaning(text, profile));
  expect(once).not.toMatch(/[ \t]\r?$/m);
}

describe('twice is once; tokens, comments and tree stay', () => {
  it('for single statements in any layout', () => {
    fc.assert(
      fc.property(messyText(statementTokens), (text) => expectFaithful(text)),
      {
        numRuns: 1000,
      },
    );
  });

  it('for whole programs', () => {
    fc.assert(
      fc.property(messyText(programTokens), (text) => expectFaithful(text)),
      {
        numRuns: 200,
      },
    );
  });

  it('with block comments', () => {
    const profile = profileWith({ blockComments: 'accept' });
    const texts = messyText(statementTokens, { blockComments: true });
    fc.assert(
      fc.property(texts, (text) => expectFaithful(text, profile)),
      { numRuns: 1000 },
    );
  });
});

const corpus = corpusFormulas();

describe.skipIf(corpus === undefined)('formulas from the wild', () => {
  it('all that have no syntax error', () => {
    const readable = (corpus ?? []).filter(
      ({ formula }) => formatFormula(source(formula)).value !== undefined,
    );
    expect(readable.length).toBeGreaterThan(100);
    for (const { formula } of readable) expectFaithful(formula);
  });
});
