import { describe, expect, it } from 'vitest';

import { formatFormula } from '../../../src/parser/format/format-formula.js';
import { profileWith, type Profile } from '../../../src/profile/profile.js';

function format(text: string, profile?: Profile): string | undefined {
  return formatFormula({ name: 'test.autoscale', text }, profile).value;
}

function lines(...each: string[]): string {
  return each.map((line) => `${line}\n`).join('');
}

const long = 'aVariableWithARatherLongName';

describe('one statement a line', () => {
  it.each([
    ['a=1;b=2', lines('a = 1;', 'b = 2;')],
    ['$x   =\n  (1)\n;', lines('$x = (1);')],
    ['stop()', lines('stop();')],
    ['', ''],
    [' \n\t\n', ''],
    ['// only a comment', lines('// only a comment')],
    ['a = 1;;', lines('a = 1;', ';')],
  ])('%j', (text, expected) => {
    expect(format(text)).toBe(expected);
  });

  it('keeps one empty line between statements, and none at the ends', () => {
    expect(format('\n\na = 1;\n\n\n\nb = 2;\nc = 3;\n\n')).toBe(
      lines('a = 1;', '', 'b = 2;', 'c = 3;'),
    );
  });
});

describe('spaces', () => {
  it.each([
    ['x = a+b*c/d-e', 'x = a + b * c / d - e;'],
    ['x = a<1&&b>=2||c!=d', 'x = a < 1 && b >= 2 || c != d;'],
    ['x = - 1 + ! a - - b', 'x = -1 + !a - -b;'],
    ['x = - - ! ( a )', 'x = --!(a);'],
    ['x = c?a:b', 'x = c ? a : b;'],
    ['x = max ( 1 ,2 , 3 )', 'x = max(1, 2, 3);'],
    ['x = time ( ) . hour', 'x = time().hour;'],
    ['x = $A . GetSample ( 1 , 2 )', 'x = $A.GetSample(1, 2);'],
    ['x = 5 .hour', 'x = 5 .hour;'],
    ['x = ((1))', 'x = ((1));'],
    ['x = 007 + 1.50', 'x = 007 + 1.50;'],
    ['x = time("2026-03-02  T")', 'x = time("2026-03-02  T");'],
  ])('%j', (text, expected) => {
    expect(format(text)).toBe(`${expected}\n`);
  });
});

describe('lines that are too long', () => {
  it('a call breaks one argument a line', () => {
    expect(format(`x = max(${long}, ${long}, ${long}, ${long})`)).toBe(
      lines('x = max(', `    ${long},`, `    ${long},`, `    ${long},`, `    ${long}`, ');'),
    );
  });

  it('a chain breaks before its operators, those of the lowest precedence first', () => {
    expect(format(`x = ${long} * 2 + ${long} * 3 - ${long} / ${long}`)).toBe(
      lines(`x = ${long} * 2`, `    + ${long} * 3`, `    - ${long} / ${long};`),
    );
  });

  it('a ternary breaks before ? and :', () => {
    expect(format(`x = ${long} < 70 ? ${long} : avg(${long}, ${long})`)).toBe(
      lines(`x = ${long} < 70`, `    ? ${long}`, `    : avg(${long}, ${long});`),
    );
  });

  it('further conditions of a ternary stay on the level of the first', () => {
    expect(format(`x = ${long} ? ${long} : ${long} ? ${long} : 3`)).toBe(
      lines(`x = ${long}`, `    ? ${long}`, `    : ${long}`, `    ? ${long}`, '    : 3;'),
    );
  });

  it('parentheses around a long chain stand on lines of their own', () => {
    expect(format(`x = (${long} + ${long} + ${long} + ${long}) / 2`)).toBe(
      lines(
        'x = (',
        `    ${long}`,
        `    + ${long}`,
        `    + ${long}`,
        `    + ${long}`,
        ')',
        '    / 2;',
      ),
    );
  });

  it('a line of exactly 100 characters fits, one of 101 does not', () => {
    const fitting = `x = a + ${'b'.repeat(91)}`;
    expect(format(fitting)).toBe(`${fitting};\n`);
    expect(format(`${fitting}b`)).toBe(lines('x = a', `    + ${'b'.repeat(92)};`));
  });

  it('a long comment at the end of a line breaks no code', () => {
    const text = `x = max(1, 2); // ${'why '.repeat(40).trim()}\n`;
    expect(format(text)).toBe(text);
  });
});

describe('comments', () => {
  it.each([
    ['on their own line', '// a\n\n// b\nx = 1;', lines('// a', '', '// b', 'x = 1;')],
    ['behind a statement', 'x = 1;// a\ny = 2 // b', lines('x = 1; // a', 'y = 2; // b')],
    ['before a semicolon', 'x = 1 // a\n // b\n;', lines('x = 1; // a', '// b')],
    ['at the end, after an empty line', 'x = 1;\n\n// z', lines('x = 1;', '', '// z')],
    ['behind =', 'x = // a\n1;', lines('x = // a', '    1;')],
    ['before =', 'x // a\n= 1;', lines('x = // a', '    1;')],
    ['behind an operator', 'x = a + // why\nb;', lines('x = a // why', '    + b;')],
    ['before an operator', 'x = a\n// why\n+ b;', lines('x = a', '    // why', '    + b;')],
    [
      'between arguments',
      'x = max(1, // one\n2 // two\n, 3);',
      lines('x = max(', '    1, // one', '    2, // two', '    3', ');'),
    ],
    ['in an empty list', 'x = time( // now\n);', lines('x = time( // now', ');')],
    [
      'before a closing parenthesis',
      'x = (1\n// end\n);',
      lines('x = (', '    1', '    // end', ');'),
    ],
    [
      'behind a prefix, at the nearest place',
      'x = a * - // minus\nb;',
      lines('x = a // minus', '    * -b;'),
    ],
    [
      'behind a call, at the nearest place',
      'max(1) // a\n.b;',
      lines('max(', '    1 // a', ').b;'),
    ],
    ['where no line of the statement can end', 'time // a\n.hour', lines('// a', 'time.hour;')],
    ['with white space at the end', 'x = 1; // a  \t\ny = 2;', lines('x = 1; // a', 'y = 2;')],
    ['with what looks like code', '// y="1;\nx = 1;', lines('// y="1;', 'x = 1;')],
  ])('%s', (_, text, expected) => {
    expect(format(text)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });

  const blocks = profileWith({ blockComments: 'accept' });

  it.each([
    ['stay inside a line', 'x=max(/* a */1,2 /* b */)', lines('x = max(/* a */ 1, 2 /* b */);')],
    ['stay before a statement', '/* a */ x = 1;', lines('/* a */ x = 1;')],
    ['before a semicolon', 'x = 1 /* a */; y = 2', lines('x = 1; /* a */', 'y = 2;')],
    [
      'keep their order beside line comments',
      'x = /* a */ 1 + // b\n2;',
      lines('x = /* a */', '    1 // b', '        + 2;'),
    ],
    ['of several lines', '/* a\n * b */ x = 1;', lines('/* a\n * b */', 'x = 1;')],
  ])('block comments %s', (_, text, expected) => {
    expect(format(text, blocks)).toBe(expected);
    expect(format(expected, blocks)).toBe(expected);
  });
});

describe('line ends', () => {
  it('a text whose first line ends with CRLF keeps CRLF', () => {
    expect(format('x = 1;\r\n// c\r\ny = max(1,2)')).toBe('x = 1;\r\n// c\r\ny = max(1, 2);\r\n');
  });

  it('others get LF', () => {
    expect(format('x = 1;\ny = 2;\r\n')).toBe('x = 1;\ny = 2;\n');
  });
});

describe('what is not formatted', () => {
  it.each(['x = (1', 'a = 1\nb = 2', '# no comment\nx = 1;', 'x = 1 /* no */;', 'x = 5 % 2'])(
    'a text with a syntax error: %j',
    (text) => {
      const { value, diagnostics } = formatFormula({ name: 'test.autoscale', text });
      expect(value).toBeUndefined();
      expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    },
  );

  it('a text that layout would make too long for the service comes back as it was, with a warning', () => {
    const text = `x=${Array.from({ length: 4000 }, () => '1').join('+')}`;
    const { value, diagnostics } = formatFormula({ name: 'test.autoscale', text });
    expect(value).toBe(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['formatted-too-long']);
  });
});

describe('hostile sizes', () => {
  it.each([
    ['8 KB of unary minus', `${'-'.repeat(8180)}1`, `${'-'.repeat(8180)}1;\n`],
    [
      'a long sum that fits',
      `x=${'1+'.repeat(900)}1`,
      `x = 1\n${'    + 1\n'.repeat(899)}    + 1;\n`,
    ],
    ['99 parentheses', `x=${'('.repeat(99)}1${')'.repeat(99)}`, undefined],
    ['a series of 99 conditions', `x=${'a?1:'.repeat(99)}0`, undefined],
    ['99 ternaries inside each other', `x=${'a?'.repeat(99)}1${':0'.repeat(99)}`, undefined],
    ['4,000 empty statements', ';'.repeat(4000), ';\n'.repeat(4000)],
  ])('%s', (_, text, expected) => {
    const once = format(text);
    expect(once).toBeDefined();
    if (expected !== undefined) expect(once).toBe(expected);
    expect(format(once!)).toBe(once);
  });

  it('10,000 parentheses are refused, not followed', () => {
    expect(format('('.repeat(8000))).toBeUndefined();
    expect(format('('.repeat(10_000))).toBeUndefined();
  });
});
