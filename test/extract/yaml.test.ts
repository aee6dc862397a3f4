import { parse } from 'yaml';
import { expect, test } from 'vitest';

import { extract, formulasOf, segmentProblems } from '../support/extract.js';

test.each([
  ['literal block', 'autoScaleFormula: |\n  a = 1;\n    b = 2;\n\n  c = 3;\n'],
  ['literal block, CRLF', 'x:\r\n  autoScaleFormula: |-\r\n    a = 1;\r\n\r\n    b = 2;\r\n'],
  ['folded block', 'autoScaleFormula: >\n  a = 1;\n  b = 2;\n\n  c = 3;\n     d = 1;\n  e = 2;\n'],
  ['plain', 'autoScaleFormula: a = 1; b = 2\n'],
  ['plain over lines', 'autoScaleFormula: a = 1;\n  b = 2;\n\n  c = 3;\n'],
  ['single quotes', "autoScaleFormula: 'a = ''x''; b = 2;'\n"],
  [
    'double quotes',
    'autoScaleFormula: "a = \\"x\\";\\nb = 1; \\U0001F600 \\x41\\\n   c = 1; d\n  e"\n',
  ],
  ['flow mapping', '{ autoScaleFormula: "a=1;" , x: 1 }\n'],
])('%s', async (_, text) => {
  const { formulas } = await extract(text, 'yaml');
  const wanted: unknown = parse(text);
  const [value] = JSON.stringify(wanted).match(/(?<="autoScaleFormula":)".*?(?<!\\)"/)!;
  expect(formulas.map((formula) => formula.text)).toEqual([JSON.parse(value)]);
  expect(segmentProblems(text, formulas[0]!)).toEqual([]);
});

test('placeholders of pipelines and charts are holes', async () => {
  const text = 'autoScaleFormula: |\n  a = ${{ inputs.max }};\n  b = {{ .Values.x }} + $(min);\n';
  expect(await formulasOf(text, 'yaml')).toEqual({
    autoScaleFormula: 'a = hole_1;\nb = hole_2 + hole_3;\n',
  });
});

test('an alias bomb is read in no time, and a preset is no formula', async () => {
  const lines = ['a0: &a0 [x, x]'];
  for (let n = 1; n < 40; n++) lines.push(`a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`);
  const text = `${lines.join('\n')}\nautoscaleFormula: QUEUE\n`;
  const { formulas, dynamic } = await extract(text, 'yaml');
  expect(formulas).toEqual([]);
  expect(dynamic.map(({ reason }) => reason)).toEqual([
    '"QUEUE" is a name, not the text of a formula',
  ]);
});
