import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { formatFormula } from '../../src/parser/format/format-formula.js';

const style = readFileSync(new URL('../../grammar/STYLE.md', import.meta.url), 'utf8');
const example = /```autoscale\n([^`]*)```\n\n(becomes|is refused)/g;
const result = /becomes\n\n```autoscale\n([^`]*)```/g;

const examples = [...style.matchAll(example)];
const before = examples.filter(([, , verb]) => verb === 'becomes').map(([, text]) => text!);
const after = [...style.matchAll(result)].map(([, text]) => text!);

function format(text: string): string | undefined {
  return formatFormula({ name: 'STYLE.md', text }).value;
}

describe('the examples of grammar/STYLE.md', () => {
  it('come in pairs', () => {
    expect(before.length).toBeGreaterThan(5);
    expect(after.length).toBe(before.length);
  });

  it.each(before.map((text, at) => [text, after[at]!]))('%s', (text, expected) => {
    expect(format(text)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });

  it('that is refused is refused', () => {
    const refused = examples.filter(([, , verb]) => verb === 'is refused');
    expect(refused.map(([, text]) => format(text!))).toEqual([undefined]);
  });
});
