import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lintFormula } from '../../src/lint/lint-formula.js';
import { rulesById } from '../../src/lint/rule-table.js';
import { applyFixes } from '../support/rule-tester.js';

/** Pieces of formulas, right and wrong, that are put together at random. */
const pieces = [
  '$TargetDedicatedNodes',
  '$targetDedicated',
  '$PendingTasks.GetSample(1)',
  '$ActiveTasks.GetSample(w, 50)',
  '$ActiveTasks.GetSamplePercent(w)',
  'w = TimeInterval_Minute * 5',
  'a',
  'b',
  'hole1',
  '0',
  '1.5',
  'time().weekday',
  '=',
  ';',
  '?',
  ':',
  '(',
  ')',
  'max(',
  'min(',
  ',',
  '+',
  '-',
  '*',
  '/',
  '%',
  '<',
  '>=',
  '&&',
  '||',
  '!',
  '// poolscale-ignore unused-variable\n',
  '\n',
  '"x"',
  'requeue',
  '[',
  ']',
  '#',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(' '));
const expressions = fc.letrec<{ e: string }>((tie) => ({
  e: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b', '2', '$CurrentDedicatedNodes', 'max(0, $PendingTasks.GetSample(1))'),
    fc
      .tuple(tie('e'), fc.constantFrom('+', '-', '*', '/', '<', '>=', '&&'), tie('e'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(tie('e'), tie('e'), tie('e')).map(([c, x, y]) => `(${c} ? ${x} : ${y})`),
    fc
      .tuple(fc.constantFrom('min', 'max', 'avg'), tie('e'), tie('e'))
      .map(([name, x, y]) => `${name}(${x}, ${y})`),
  ),
})).e;

describe('any text', () => {
  it('gives diagnostics of known rules, inside the text and in its order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { diagnostics } = lintFormula(
          { name: 'formula', text },
          { holes: new Set(['hole1']), today: '2026-01-01' },
        );
        let before = 0;
        for (const { code, span, message } of diagnostics) {
          expect(rulesById.has(code)).toBe(true);
          expect(span.start).toBeGreaterThanOrEqual(before);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/[^.]$/);
          before = span.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has no other errors after its safe fixes', () => {
    fc.assert(
      fc.property(expressions, expressions, (a, b) => {
        const text = `a = 1; b = 2; a = ${a};\n$TargetDedicated = ${b}`;
        const { diagnostics } = lintFormula({ name: 'formula', text });
        const fixes = diagnostics.flatMap(({ fixes: all = [] }) => all.filter(({ safe }) => safe));
        const fixed = lintFormula({ name: 'formula', text: applyFixes(text, fixes) });
        const errors = (all: typeof diagnostics): string[] =>
          all.filter(({ severity }) => severity === 'error').map(({ code }) => code);
        expect(errors(fixed.diagnostics)).toEqual(errors(diagnostics));
        const left = fixed.diagnostics.map(({ code }) => code);
        expect(left).not.toContain('deprecated-name');
        expect(left).not.toContain('unterminated-last-statement');
      }),
      { numRuns: 300 },
    );
  });
});

describe('formulas that pile up facts', () => {
  it.each([
    ['conditions', `a = ${'$CurrentDedicatedNodes<1&&'.repeat(60)}1;`, (v: string) => `${v}&&`],
    ['bounds', 'a = $CurrentDedicatedNodes;', (v: string) => `${v},`],
  ])('%s: are linted with bounded memory', (kind, first, link) => {
    const names = 'bcdefghijkl'.split('');
    let before = 'a';
    const lines = names.map((name) => {
      const many = link(before)
        .repeat(170)
        .slice(0, kind === 'bounds' ? -1 : -2);
      before = name;
      return `${name} = ${kind === 'bounds' ? `min(${many})` : many};`;
    });
    const text = [first, ...lines].join('\n');
    expect(text.length).toBeLessThanOrEqual(8192);
    expect(lintFormula({ name: 'formula', text }).diagnostics).not.toEqual([]);
  });
});

describe('a hole', () => {
  it('in the place of a number reports no more errors and warnings than the number', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const lint = (value: string): string[] => {
          const text = `$TargetDedicatedNodes = ${expression.replace(/\ba\b/g, value)};`;
          return lintFormula({ name: 'f', text: `b = 1; ${text}` }, { holes: new Set(['hole1']) })
            .diagnostics.filter(({ severity }) => severity !== 'info')
            .map(({ code }) => code);
        };
        const known = new Set(lint('3'));
        // Whatever is said of a value that is not known holds of this one too. A quotient is one whatever divides, but for the divisor 1.
        known.add('fraction-reaches-target');
        for (const code of lint('hole1')) expect(known).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});
