import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  exportFormats,
  type ExportFormat,
} from '../../playground/src/interchange/export-formats.js';
import { guessLanguages, importText } from '../../playground/src/interchange/import-text.js';
import type { HostLanguage } from '../../src/extract/embedded-formula.js';
import { loadGrammar } from '../../src/extract/load-grammar.node.js';
import { formulasOf } from '../support/extract.js';
import { hostileFormulas } from './hostile-formulas.js';

const languages: Readonly<Record<ExportFormat, HostLanguage>> = {
  terraform: 'terraform',
  bicep: 'bicep',
  arm: 'json',
  az: 'bash',
  python: 'python',
  pool: 'json',
};

const folder = new URL('../../playground/src/gallery/formulas/', import.meta.url);
const gallery = readdirSync(folder).map((file) => ({
  file,
  formula: readFileSync(new URL(file, folder), 'utf8'),
}));

describe.each(exportFormats)('a formula exported to $title', ({ format, write }) => {
  const readBack = async (formula: string): Promise<string[]> =>
    Object.values(await formulasOf(write(formula), languages[format]));

  it.each(gallery)('is read back as it was: $file', async ({ formula }) => {
    expect(await readBack(formula)).toEqual([formula]);
    expect(await readBack(formula.trimEnd())).toEqual([formula.trimEnd()]);
  });

  it.each(hostileFormulas)('is read back as it was: $about', async ({ formula }) => {
    expect(await readBack(formula)).toEqual([formula]);
  });

  it('is read back as it was, whatever a comment and a string hold', async () => {
    const parts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('${', '%{', '$${', "'''", '"""', '\\', '\\n', "'\\''", '[', ']', '{{', '`'),
      fc.constantFrom('\n', '\n\n', '\n  ', '\r\n', '\t', ' ', '\nFORMULA', '\nEOF\n', "'", '"'),
    );
    const text = fc.array(parts, { maxLength: 8 }).map((all) => all.join('').replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const formula = `${before}$TargetDedicatedNodes = 1;${after}`;
        expect(await readBack(formula)).toEqual([formula]);
      }),
      { numRuns: 200 },
    );
  });

  it.each(hostileFormulas)('is imported again: $about', async ({ formula }) => {
    const { found, language } = await importText(write(formula), loadGrammar);
    expect(found.map((each) => each.formula)).toEqual([formula]);
    expect(language).toBe(languages[format]);
  });
});

describe('what is pasted', () => {
  it.each([
    ['a formula', '$TargetDedicatedNodes = 1;', undefined],
    ['a resource of Terraform', 'resource "azurerm_batch_pool" "p" {', 'terraform'],
    ['a block of Terraform', 'auto_scale {\n  formula = <<EOF\n', 'terraform'],
    ['a script with a here-document', 'F=$(cat <<EOF\nEOF\n)\naz batch pool create', 'bash'],
    ['an exported pool', '{ "autoScaleFormula": "" }', 'json'],
    ['a module of Bicep', "resource pool 'Microsoft.Batch/x' = {", 'bicep'],
    ['PowerShell', 'Enable-AzBatchAutoScale -Id p', 'powershell'],
    ['C#', 'pool.AutoScaleFormula = "";', 'csharp'],
    ['Python', 'import os\nauto_scale_formula = ""', 'python'],
    ['a document', '# Pools\n\n```\n', 'markdown'],
    ['YAML', 'pools:\n  - autoScaleFormula: x\n', 'yaml'],
  ])('%s is told by its signs', (_, text, language) => {
    expect(guessLanguages(text)[0]).toBe(language);
  });

  it('is read in the next language where the first one holds no formula', async () => {
    const script =
      "# the text between ''' is not Bicep\naz batch pool create --auto-scale-formula '$TargetDedicatedNodes = 1;'\n";
    expect(await importText(script, loadGrammar)).toMatchObject({
      language: 'bash',
      found: [{ formula: '$TargetDedicatedNodes = 1;' }],
    });
  });

  it('says what is computed elsewhere', async () => {
    const text =
      'resource "azurerm_batch_pool" "p" {\n  auto_scale {\n    formula = var.formula\n  }\n}\n';
    const { found, dynamic } = await importText(text, loadGrammar);
    expect(found).toEqual([]);
    expect(dynamic).toEqual(['azurerm_batch_pool.p: the value of var.formula']);
  });

  it('is a formula of its own where no other language has one', async () => {
    const formula = '// as in az batch\n$TargetDedicatedNodes = 1;\n';
    expect(await importText(formula, loadGrammar)).toEqual({
      language: 'autoscale',
      found: [{ address: 'formula', formula, holes: [] }],
      dynamic: [],
    });
  });
});
