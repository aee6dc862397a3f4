import { describe, expect, it } from 'vitest';

import { renderDiagnostic } from '../../../src/base/diagnostics/render.js';
import { documentLimits, readDocument } from '../../../src/base/document/read-document.js';

const read = (text: string): ReturnType<typeof readDocument> =>
  readDocument({ name: 'x.yaml', text });
const codes = (text: string): string[] => read(text).diagnostics.map(({ code }) => code);
const place = (text: string): string =>
  renderDiagnostic(read(text).diagnostics[0]!).split('\n')[1]!;

describe('a document', () => {
  it('is plain data without prototypes', () => {
    const { value } = read('a: [1, x, {b: true}]\nc: null\n').value!;
    expect(JSON.stringify(value)).toBe('{"a":[1,"x",{"b":true}],"c":null}');
    expect(Object.getPrototypeOf(value)).toBeNull();
  });

  it('may be JSON, indented with tabs', () => {
    expect(JSON.stringify(read('{\n\t"a": [\n\t\t1\n\t]\n}').value!.value)).toBe('{"a":[1]}');
  });

  it('has a place for every key and value', () => {
    const text = 'pools:\n  - id: a\n    size: big\n';
    const document = read(text).value!;
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(at(document.spanOf(['pools', 0, 'size']))).toBe('big');
    expect(at(document.keySpanOf(['pools', 0, 'size']))).toBe('size');
    expect(at(document.spanOf(['pools', 0, 'absent']))).toContain('id: a');
  });

  it('may repeat values by alias', () => {
    const document = read('a: &x {n: 1}\nb: *x\n').value!;
    expect(JSON.stringify(document.value)).toBe('{"a":{"n":1},"b":{"n":1}}');
    expect(document.spanOf(['b', 'n'])).toEqual(document.spanOf(['a', 'n']));
  });

  it.each([
    ['', 'document-empty'],
    ['# nothing\n', 'document-empty'],
    ['a: 1\n---\nb: 2\n', 'several-documents'],
    ['a: [1\n', 'document-syntax'],
    ['a: !!js/function x\n', 'document-syntax'],
    ['a: *nowhere\n', 'unknown-alias'],
    ['a: *later\nb: &later 1\n', 'unknown-alias'],
    ['x: {__proto__: 1}\n', 'refused-key'],
    ['{"constructor": 1}', 'refused-key'],
  ])('%j is refused: %s', (text, code) => {
    expect(codes(text)).toContain(code);
    expect(read(text).value).toBeUndefined();
  });

  it('with a key given twice is refused at the second', () => {
    expect(codes('a: 1\nb:\n  c: 1\n  c: 2\n')).toEqual(['duplicate-key']);
    expect(place('a: 1\nb:\n  c: 1\n  c: 2\n')).toBe(' --> x.yaml:4:3');
  });

  it('that multiplies itself by aliases is refused', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const item = level === 0 ? 'x' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 10 }, () => item).join(', ')}]`;
    });
    expect(codes(levels.join('\n'))).toEqual(['document-aliases']);
    expect(codes('a: &a [*a]\n')).toEqual(['document-nesting']);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', `${'['.repeat(500)}${']'.repeat(500)}`],
    ['dashes', `${'- '.repeat(20_000)}a`],
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('nested too deep by %s is refused', (_, text) => {
    expect(codes(text)).toEqual(['document-nesting']);
  });

  it('beyond the size limit is refused', () => {
    expect(codes(`a: ${'x'.repeat(documentLimits.characters)}`)).toEqual(['document-size']);
  });
});
