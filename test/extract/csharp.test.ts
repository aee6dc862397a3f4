import { expect, test } from 'vitest';

import { extract, formulasOf, segmentProblems } from '../support/extract.js';

const assign = (value: string): string =>
  `class A { void M() { pool.AutoScaleFormula = ${value}; } }`;

test.each([
  ['regular', String.raw`"a = \"x\";\n\u00e9\x41;\U0001F600"`, 'a = "x";\né\x41;😀'],
  ['verbatim', '@"a = ""x"";\r\n\\n"', 'a = "x";\r\n\\n'],
  ['interpolated', '$"a = {max:F2};\\n{{}}"', 'a = hole_1;\n{}'],
  ['both', '$@"a = {max} ""x"";"', undefined],
  ['raw', '"""\n    a = "x";\n      b = 2;\n\n    """', 'a = "x";\n  b = 2;\n'],
  ['raw, interpolated', '$$"""a = {{max}}; {b}"""', 'a = hole_1; {b}'],
  ['concatenation', '"a = " + max + ";" + "b = 2;"', 'a = hole_1;b = 2;'],
  ['Format', 'string.Format("a = {0:D}; {{}}", max)', 'a = hole_1; {}'],
  [
    'Join',
    'string.Join(Environment.NewLine, "a = 1;", max, "b = 2;")',
    'a = 1;\n// hole_1\nb = 2;',
  ],
])('%s', async (_, value, expected) => {
  const text = assign(value);
  const { formulas } = await extract(text, 'csharp');
  if (expected !== undefined) expect(formulas.map((each) => each.text)).toEqual([expected]);
  for (const formula of formulas) expect(segmentProblems(text, formula)).toEqual([]);
});

test('arguments of the SDK, constants, and properties', async () => {
  const text = `class A {
  const string Formula = "a = 1;";
  string Other => "$TargetDedicatedNodes = 2;";
  void M() {
    client.PoolOperations.EnableAutoScaleAsync(id, Formula);
    client.PoolOperations.EnableAutoScale(id, autoscaleFormula: "c = 3;");
  }
}`;
  expect(await formulasOf(text, 'csharp')).toEqual({
    Formula: 'a = 1;',
    Other: '$TargetDedicatedNodes = 2;',
    autoscaleFormula: 'c = 3;',
  });
});
