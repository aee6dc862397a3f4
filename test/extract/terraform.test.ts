import { expect, test } from 'vitest';

import { rewriteFormula } from '../../src/extract/rewrite-formula.js';
import { applyEdits, extract, formulasOf, segmentProblems } from '../support/extract.js';

const pool = (formula: string): string =>
  `resource "azurerm_batch_pool" "main" {\n  auto_scale {\n    formula = ${formula}\n  }\n}\n`;

test('a heredoc keeps its lines, and <<- strips the least indentation', async () => {
  const text = pool('<<-EOF\n      a = 1;\n        b = 2;\n\n    EOF');
  expect(await formulasOf(text, 'terraform')).toEqual({
    'azurerm_batch_pool.main': 'a = 1;\n  b = 2;\n\n',
  });
});

test('escapes of a quoted template', async () => {
  const text = pool('"a = \\"x\\";\\n$${b} %%{c} \\u00e9 \\U0001F600"');
  expect(await formulasOf(text, 'terraform')).toEqual({
    'azurerm_batch_pool.main': 'a = "x";\n${b} %{c} é 😀',
  });
});

test.each([
  ['chomp', '\n  $TargetDedicatedNodes = 1;  '],
  ['trimspace', '$TargetDedicatedNodes = 1;'],
  ['nonsensitive', '\n  $TargetDedicatedNodes = 1;  \n\n'],
])('%s() gives the text that Terraform gives', async (name, expected) => {
  const text = pool(`${name}(<<EOF\n\n  $TargetDedicatedNodes = 1;  \n\nEOF\n    )`);
  const { formulas } = await extract(text, 'terraform');
  expect(formulas.map((each) => each.text)).toEqual([expected]);
  expect(segmentProblems(text, formulas[0]!)).toEqual([]);
});

test('an interpolation is a hole', async () => {
  const text = pool('<<EOF\n$TargetDedicatedNodes = min(${var.max}, 3);\nEOF');
  const { formulas } = await extract(text, 'terraform');
  expect(formulas[0]!.text).toBe('$TargetDedicatedNodes = min(hole_1, 3);\n');
  expect(formulas[0]!.holes.map(({ hostText }) => hostText)).toEqual(['${var.max}']);
  expect(segmentProblems(text, formulas[0]!)).toEqual([]);
});

test('locals and variables are followed, files are references, other values are dynamic', async () => {
  const text = `locals {
  f = "$TargetDedicatedNodes = 1;"
}
variable "v" {
  default = <<EOF
$TargetDedicatedNodes = 2;
EOF
}
resource "azurerm_batch_pool" "a" {
  auto_scale {
    formula = local.f
  }
}
resource "azurerm_batch_pool" "b" {
  auto_scale {
    formula = var.x ? var.v : var.unknown
  }
}
resource "azurerm_batch_pool" "c" {
  auto_scale {
    formula = file("\${path.module}/c.autoscale")
  }
}
resource "azurerm_batch_pool" "d" {
  auto_scale {
    formula = templatefile("d.tpl", { max = 3, min = 1 })
  }
}
`;
  const { formulas, dynamic, references } = await extract(text, 'terraform');
  expect(formulas.map(({ address }) => address)).toEqual(['local.f', 'var.v']);
  expect(dynamic).toMatchObject([
    { address: 'azurerm_batch_pool.b', reason: 'the value of var.unknown' },
  ]);
  expect(references).toMatchObject([
    { address: 'azurerm_batch_pool.c', path: './c.autoscale' },
    { address: 'azurerm_batch_pool.d', path: 'd.tpl', templateVariables: ['max', 'min'] },
  ]);
});

/** The formula of a host after it was given a new text; undefined where the host cannot hold that text. */
async function rewritten(host: string, text: string): Promise<string | undefined> {
  const { formulas } = await extract(host, 'terraform');
  const edit = rewriteFormula(formulas[0]!, text, host);
  if (edit === undefined) return undefined;
  const again = await extract(applyEdits(host, [edit]), 'terraform');
  return again.formulas[0]!.text.trim();
}

const signs = ['${x}', '%{x}', '$${x}', '$$${x}', '%%{x}', '$%{x}', '%${x}', '$$', '$$ {', '%$%'];

test.each(signs)('a quoted template is given %s and has it', async (written) => {
  const text = `a = 1; // ${written} and ${written}`;
  expect(await rewritten(pool('"a = 1;"'), text)).toBe(text);
});

test.each([
  ['heredoc', '<<EOF\na = 1;\nEOF'],
  ['indented heredoc', '<<-EOF\n      a = 1;\n    EOF'],
])(
  'a %s is given what it can hold, and no sign before the sign of a template',
  async (_, value) => {
    for (const written of signs) {
      const text = `a = 1; // ${written} and ${written}`;
      const canHold = !/[$%]{2}\{/.test(written);
      expect(await rewritten(pool(value), text)).toBe(canHold ? text : undefined);
    }
  },
);
