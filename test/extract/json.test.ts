import { expect, test } from 'vitest';

import { extract, formulasOf, segmentProblems } from '../support/extract.js';

const template = (formula: string, variables: string = '{}'): string => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "variables": ${variables},
  "parameters": { "p": { "type": "string", "defaultValue": "c = 3;" } },
  "resources": [{
    "type": "Microsoft.Batch/batchAccounts/pools", "name": "render",
    "properties": { "scaleSettings": { "autoScale": { "formula": ${formula} } } }
  }]
}`;

test('a pool of the REST interface', async () => {
  const text = '{ "id": "p", "autoScaleFormula": "a = \\"x\\";\\r\\nb = \\u00e9;" }';
  expect(await formulasOf(text, 'json')).toEqual({ autoScaleFormula: 'a = "x";\r\nb = é;' });
});

test('line breaks in a string, which ARM accepts', async () => {
  const text = template('"a = 1;\n  b = 2;"');
  expect(await formulasOf(text, 'json')).toEqual({ 'render.formula': 'a = 1;\n  b = 2;' });
});

test('concat and format of an ARM template', async () => {
  const { formulas } = await extract(
    template(String.raw`"[concat('a = ''x'';\n', 'b = ', parameters('n'), ';')]"`),
    'json',
  );
  expect(formulas[0]!.text).toBe("a = 'x';\nb = hole_1;");
  const format = template(String.raw`"[format('a = min({0}, {1});{{}}', 3, variables('x'))]"`);
  const [formatted] = (await extract(format, 'json')).formulas;
  expect(formatted!.text).toBe('a = min(hole_1, hole_2);{}');
  expect(segmentProblems(format, formatted!)).toEqual([]);
});

test('variables and defaults of parameters are followed', async () => {
  const text = template(`"[variables('f')]"`, '{ "f": "a = 1;" }');
  expect(await formulasOf(text, 'json')).toEqual({ 'variables.f': 'a = 1;' });
  expect(await formulasOf(template(`"[parameters('p')]"`), 'json')).toEqual({
    'parameters.p': 'c = 3;',
  });
  const { dynamic } = await extract(template(`"[parameters('q')]"`), 'json');
  expect(dynamic).toMatchObject([
    { address: 'render.formula', reason: "the value of parameters('q')" },
  ]);
});

test('nesting of a hostile file is bounded', async () => {
  const { formulas } = await extract('['.repeat(1e6) + '"autoScaleFormula"', 'json');
  expect(formulas).toEqual([]);
});
