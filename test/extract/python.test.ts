import { expect, test } from 'vitest';

import { extract, formulasOf, segmentProblems } from '../support/extract.js';

test('keyword arguments, dictionaries, attributes', async () => {
  const text = `p = Pool(auto_scale_formula="a = 1;")
body = {"autoScaleFormula": 'b = 2;'}
pool.auto_scale_formula = r"c = 3;"
`;
  expect(await formulasOf(text, 'python')).toEqual({
    auto_scale_formula: 'a = 1;',
    autoScaleFormula: 'b = 2;',
    'auto_scale_formula (2)': 'c = 3;',
  });
});

test('escapes, f-strings, and strings side by side', async () => {
  const text = String.raw`f(auto_scale_formula=(
  "a = \"x\";\n\x41\t"
  f'b = min({max_nodes!r:>3}, 1);{{}}'
  r"\d"))`;
  const [formula] = (await extract(text, 'python')).formulas;
  expect(formula!.text).toBe('a = "x";\nA\tb = min(hole_1, 1);{}\\d');
  expect(segmentProblems(text, formula!)).toEqual([]);
});

test('percent, format, replace, join and dedent', async () => {
  const of = (value: string): Promise<Record<string, string>> =>
    formulasOf(`f(auto_scale_formula=${value})`, 'python');
  expect(await of('"a = %d %% %(x)s;" % n')).toEqual({
    auto_scale_formula: 'a = hole_1 % hole_2;',
  });
  expect(await of('"a = {0} + {x};{{}}".format(1)')).toEqual({
    auto_scale_formula: 'a = hole_1 + hole_2;{}',
  });
  expect(await of('"a = MAX;".replace("MAX", str(n))')).toEqual({
    auto_scale_formula: 'a = hole_1;',
  });
  expect(await of('"\\n".join(["a = 1;", "b = 2;"])')).toEqual({
    auto_scale_formula: 'a = 1;\nb = 2;',
  });
  expect(await of('textwrap.dedent("""\n    a = 1;\n      b = 2;\n    """)')).toEqual({
    auto_scale_formula: '\na = 1;\n  b = 2;\n',
  });
});

test('a variable is followed in its function; one that grows is dynamic', async () => {
  const text = `def one():
    formula = "a = 1;"
    f(auto_scale_formula=formula)
def two():
    formula = "$TargetDedicatedNodes = 1;"
    formula += more
    f(auto_scale_formula=formula)
`;
  const { formulas, dynamic } = await extract(text, 'python');
  expect(formulas.map((each) => each.text)).toEqual(['a = 1;']);
  expect(dynamic.map(({ reason }) => reason)).toEqual(['formula is put together in several steps']);
});

test('a text that sets a target is a formula, documentation is none', async () => {
  const text = `"""$TargetDedicatedNodes = 1;"""
def g():
    return f"""
$TargetDedicatedNodes = {n};
"""
`;
  expect(await formulasOf(text, 'python')).toEqual({
    'line 3': '\n$TargetDedicatedNodes = hole_1;\n',
  });
});
