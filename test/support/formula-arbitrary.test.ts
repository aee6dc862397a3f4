import fc from 'fast-check';
import { expect, it } from 'vitest';

import { checkFormula } from '../../src/checker/check.js';
import { lex } from '../../src/lexer/lex.js';
import { parseFormula } from '../../src/parser/parse.js';
import { messyText, plainText, programTokens, type Tokens } from './formula-arbitrary.js';

function errors(text: string): string[] {
  const { value, diagnostics } = parseFormula({ name: 'generated', text });
  const checked = value === undefined ? [] : checkFormula(value).diagnostics;
  return [...diagnostics, ...checked]
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

it('generated programs are well-typed', () => {
  fc.assert(
    fc.property(programTokens, (tokens) => {
      expect(errors(plainText(tokens))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('an odd layout keeps the tokens', () => {
  const layouts = programTokens.chain((tokens) =>
    fc.tuple(fc.constant<Tokens>(tokens), messyText(fc.constant(tokens))),
  );
  fc.assert(
    fc.property(layouts, ([tokens, text]) => {
      const found = lex(text).tokens.map(({ image }) => image);
      expect(found.at(-1) === ';' ? found : [...found, ';']).toEqual(tokens);
    }),
    { numRuns: 200 },
  );
});
