import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseFormula } from '../../src/parser/parse.js';

const parse = (text: string) => parseFormula({ name: 'f', text });
const messages = (text: string) =>
  parse(text).diagnostics.map(({ code, span }) => `${code}@${span.start}`);

describe('recovery', () => {
  it('reports one error for each broken statement and reads the others', () => {
    const { value, diagnostics } = parse('a = (1; b = 2; c = = 3; d = 4 4; e = 5');
    expect(diagnostics.map((each) => each.span.start)).toEqual([6, 19, 30]);
    expect(value!.statements.map((each) => each.kind)).toEqual([
      'broken',
      'assignment',
      'broken',
      'broken',
      'assignment',
    ]);
  });

  it('reads the statements on both sides of a missing semicolon', () => {
    const { value, diagnostics } = parse('a = 1\nb = 2\nc = 3');
    expect(diagnostics.map((each) => each.message)).toEqual([
      "expected ';' before b on line 2; a new line does not end a statement",
      "expected ';' before c on line 3; a new line does not end a statement",
    ]);
    expect(value!.statements.map((each) => each.kind)).toEqual(Array(3).fill('assignment'));
  });
});

describe('common slips by their name', () => {
  it.each([
    ['x = 1; # note', 'hash-comment@7'],
    ['x = (0,7)', 'decimal-comma@5'],
    ['x = 7 % 2', 'unknown-operator@6'],
    ['x = 2 ^ 3', 'unknown-operator@6'],
    ['x = max([1, 2])', 'vector-literal@8'],
    ['x = ${count}', 'host-text-not-resolved@4'],
    ['x = {{ count }}', 'host-text-not-resolved@4'],
    ['t = time(\\"2020\\")', 'host-text-not-resolved@9'],
    ['t = time(""{0}"")', 'host-text-not-resolved@11'],
    ['t = 2021-02-04T10:00:00Z', 'host-text-not-resolved@4'],
    ["t = time('2020')", 'single-quotes@9'],
    ['t = time("2020)', 'unterminated-string@9'],
    ['x = 1e3', 'number-form@4'],
    ['x = .5', 'number-form@4'],
    ['/* note */ x = 1', 'block-comment@0'],
    ['x = 1 & 2', 'invalid-character@6'],
    ['x = 1;;', 'empty-statement@6'],
  ])('%s', (text, expected) => {
    expect(messages(text)).toEqual([expected]);
  });
});

describe('bounds', () => {
  it('takes 8192 characters and no more', () => {
    expect(messages(' '.repeat(8191) + '1')).toEqual([]);
    expect(messages(' '.repeat(8192) + '1')).toEqual(['formula-too-long@8192']);
  });

  it('takes 100 levels of parentheses and ternaries and no more', () => {
    const nested = (depth: number) => '('.repeat(depth) + '1' + ')'.repeat(depth);
    const ternaries = (depth: number) => '0 ? 1 : '.repeat(depth) + '2';
    expect(messages(nested(100))).toEqual([]);
    expect(messages(nested(101))).toEqual(['nesting-too-deep@100']);
    expect(messages(ternaries(100))).toEqual([]);
    expect(messages(ternaries(101))).toEqual(['nesting-too-deep@802']);
    expect(messages('max(1 ? 2 : 3, 4); '.repeat(200))).toEqual([]);
  });

  it.each([
    ['8 KB of unary minus', '-'.repeat(8191) + '1'],
    ['4,000 terms', Array(4000).fill('1').join('+')],
    ['4,000 members', 'x' + '.a'.repeat(4000)],
  ])('reads %s', (_, text) => {
    expect(messages(text)).toEqual([]);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'x',
      '=',
      ';',
      '(',
      ')',
      '1',
      '"',
      "'",
      '$',
      '?',
      ':',
      '.',
      '\n',
      '{',
      '#',
      '-',
      '[',
      ',',
      '/*',
      '//',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        const { value, diagnostics } = parse(each);
        const broken = value!.statements.some((statement) => statement.kind === 'broken');
        // A statement is broken exactly when something says why.
        if (broken) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
