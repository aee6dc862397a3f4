import { expect, test } from 'vitest';

import { extract, formulasOf, segmentProblems } from '../support/extract.js';

const pool = (formula: string, before: string = ''): string =>
  `${before}resource pool 'Microsoft.Batch/batchAccounts/pools@2023-05-01' = {
  properties: {
    scaleSettings: {
      autoScale: {
        formula: ${formula}
      }
    }
  }
}
`;

test('escapes and interpolation of a string', async () => {
  const text = pool(String.raw`'a = \'x\';\n\${y} min(${'$'}{max}, 1) \u{1F600} $x'`);
  const [formula] = (await extract(text, 'bicep')).formulas;
  expect(formula!.address).toBe('pool');
  expect(formula!.text).toBe("a = 'x';\n${y} min(hole_1, 1) 😀 $x");
  expect(segmentProblems(text, formula!)).toEqual([]);
});

test('three quotes have no interpolation, and keep their indentation and line ends', async () => {
  const text = pool("'''\r\n    a = ${max};\r\n    b = 1;\r\n'''");
  expect(await formulasOf(text, 'bicep')).toEqual({
    pool: '    a = ${max};\r\n    b = 1;\r\n',
  });
});

test('variables, format, join, and files', async () => {
  const variable = pool('cond ? f : g', "var f = 'a = 1;'\nparam g string = 'b = 2;'\n");
  expect(await formulasOf(variable, 'bicep')).toEqual({ f: 'a = 1;', g: 'b = 2;' });
  expect(await formulasOf(pool("format('a = {0};{{}}', max)"), 'bicep')).toEqual({
    pool: 'a = hole_1;{}',
  });
  expect(await formulasOf(pool("join([\n'a = 1;'\n'b = 2;'\n], '\\n')"), 'bicep')).toEqual({
    pool: 'a = 1;\nb = 2;',
  });
  const { references } = await extract(pool("loadTextContent('a.autoscale')"), 'bicep');
  expect(references).toMatchObject([{ address: 'pool', path: 'a.autoscale' }]);
});

test('a parameter without a default is dynamic', async () => {
  const { formulas, dynamic } = await extract(pool('f', 'param f string\n'), 'bicep');
  expect(formulas).toEqual([]);
  expect(dynamic).toMatchObject([{ address: 'pool', reason: 'the value of f' }]);
});
