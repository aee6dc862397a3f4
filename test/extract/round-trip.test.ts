import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify, type Scalar } from 'yaml';

import type { EmbeddedFormula, HostLanguage } from '../../src/extract/embedded-formula.js';
import { createSegmentMap } from '../../src/extract/segment-map.js';
import { applyEdits, extract, segmentProblems } from '../support/extract.js';

/** How a host writes a text, by the rules of its own documentation; undefined where the form cannot hold it. */
interface Writer {
  readonly name: string;
  readonly language: HostLanguage;
  readonly write: (text: string) => string | undefined;
}

const lines = (text: string, indent: string): string => text.replace(/^(?=[^\r\n])/gm, indent);
const terraform = (value: string): string =>
  `resource "azurerm_batch_pool" "p" {\n  auto_scale {\n    formula = ${value}\n  }\n}\n`;
const bicep = (value: string): string =>
  `resource p 'Microsoft.Batch/batchAccounts/pools@2023-05-01' = {\n  properties: {\n    scaleSettings: {\n      autoScale: {\n        formula: ${value}\n      }\n    }\n  }\n}\n`;
const template = (text: string): string => text.replace(/[$%](?=\{)/g, '$&$&');
const cEscapes = (text: string, quote: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
const armTemplate = (value: string): string =>
  `{ "$schema": "deploymentTemplate.json#", "x": { "autoScale": { "formula": ${JSON.stringify(value)} } } }`;
const yaml = (text: string, type: Scalar.Type): string | undefined => {
  // Placeholders of charts and pipelines are holes.
  if (text.includes('{{')) return undefined;
  const written = stringify({ autoScaleFormula: text }, { defaultStringType: type, lineWidth: 40 });
  const read = parse(written) as { autoScaleFormula: unknown };
  return read.autoScaleFormula === text ? written : undefined;
};

const writers: readonly Writer[] = [
  {
    name: 'Terraform, quoted',
    language: 'terraform',
    write: (text) => terraform(`"${template(cEscapes(text, '"'))}"`),
  },
  {
    name: 'Terraform, heredoc',
    language: 'terraform',
    write: (text) => terraform(`<<EOF\n${template(text)}\nEOF`),
  },
  {
    name: 'Terraform, indented heredoc',
    language: 'terraform',
    write: (text) => terraform(`<<-EOF\n${lines(template(text), '      ')}\n    EOF`),
  },
  {
    name: 'Terraform JSON',
    language: 'terraform-json',
    write: (text) =>
      JSON.stringify({
        resource: { azurerm_batch_pool: { p: { auto_scale: { formula: template(text) } } } },
      }),
  },
  {
    name: 'Bicep',
    language: 'bicep',
    write: (text) => bicep(`'${cEscapes(text, "'").replaceAll('${', '\\${')}'`),
  },
  {
    name: 'Bicep, three quotes',
    language: 'bicep',
    write: (text) => (text.includes("'") ? undefined : bicep(`'''\n${text}'''`)),
  },
  {
    name: 'JSON',
    language: 'json',
    write: (text) => JSON.stringify({ a: [{ autoScale: { formula: text } }] }, undefined, '\t'),
  },
  {
    name: 'ARM expression',
    language: 'json',
    write: (text) => armTemplate(`[concat('${text.replaceAll("'", "''")}', '')]`),
  },
  {
    name: 'ARM text',
    language: 'json',
    write: (text) => (text.endsWith(']') ? undefined : armTemplate(text)),
  },
  { name: 'YAML, literal', language: 'yaml', write: (text) => yaml(text, 'BLOCK_LITERAL') },
  { name: 'YAML, folded', language: 'yaml', write: (text) => yaml(text, 'BLOCK_FOLDED') },
  { name: 'YAML, double quotes', language: 'yaml', write: (text) => yaml(text, 'QUOTE_DOUBLE') },
  { name: 'YAML, single quotes', language: 'yaml', write: (text) => yaml(text, 'QUOTE_SINGLE') },
  { name: 'YAML, plain', language: 'yaml', write: (text) => yaml(text, 'PLAIN') },
  {
    name: 'Python',
    language: 'python',
    write: (text) => `f(auto_scale_formula='${cEscapes(text, "'")}')\n`,
  },
  {
    name: 'Python, f-string in three quotes',
    language: 'python',
    write: (text) =>
      text.includes('\r')
        ? undefined
        : `f(auto_scale_formula=f"""${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/[{}]/g, '$&$&')}""")\n`,
  },
  {
    name: 'C#',
    language: 'csharp',
    write: (text) => `class A { string AutoScaleFormula = "${cEscapes(text, '"')}"; }`,
  },
  {
    name: 'C#, verbatim',
    language: 'csharp',
    write: (text) => `class A { string AutoScaleFormula = @"${text.replaceAll('"', '""')}"; }`,
  },
  {
    name: 'C#, interpolated',
    language: 'csharp',
    write: (text) =>
      `class A { string AutoScaleFormula = $"${cEscapes(text, '"').replace(/[{}]/g, '$&$&')}"; }`,
  },
  {
    name: 'C#, raw',
    language: 'csharp',
    write: (text) =>
      text.includes('"""')
        ? undefined
        : `class A { string AutoScaleFormula = """\n${lines(text, '    ')}\n    """; }`,
  },
  {
    name: 'PowerShell, verbatim',
    language: 'powershell',
    write: (text) => `New-AzBatchPool -AutoScaleFormula '${text.replaceAll("'", "''")}'\n`,
  },
  {
    name: 'PowerShell, expandable',
    language: 'powershell',
    write: (text) => `New-AzBatchPool -AutoScaleFormula "${text.replace(/[\`$"]/g, '`$&')}"\n`,
  },
  {
    name: 'Bash, single quotes',
    language: 'bash',
    write: (text) => (text.includes("'") ? undefined : `az batch --auto-scale-formula '${text}'\n`),
  },
  {
    name: 'Bash, double quotes',
    language: 'bash',
    write: (text) => `az batch --auto-scale-formula "${text.replace(/[\\$\`"]/g, '\\$&')}"\n`,
  },
  {
    name: 'Bash, ANSI C quotes',
    language: 'bash',
    write: (text) => `az batch --auto-scale-formula $'${cEscapes(text, "'")}'\n`,
  },
  {
    name: 'Markdown',
    language: 'markdown',
    write: (text) => `- x\n\n  \`\`\`autoscale\n${lines(text, '  ')}\n  \`\`\`\n`,
  },
  {
    name: 'Markdown with JSON',
    language: 'markdown',
    write: (text) => `\`\`\`json\n${JSON.stringify({ autoScale: { formula: text } })}\n\`\`\`\n`,
  },
];

/** Hosts that end the text with a line break. */
const endsLine = new Set(['Terraform, heredoc', 'Terraform, indented heredoc', 'Markdown']);

const words = fc.constantFrom(
  'a = 1;',
  '$TargetDedicatedNodes = min(3, b);',
  'x = "it is";',
  "// don't",
  '// tab\there',
  '// 😀 é',
  '// ${max} {0} %{x} {{y}}',
  '// C:\\new \\ "quoted" `',
  'y = a',
  '  + 2;',
  '',
);

/** A formula: it begins with a statement, so that it is taken for one, and its lines end all alike. */
const formulas = fc
  .tuple(fc.array(words, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
  .map(([more, lineEnd]) => ['a = 1;', ...more, 'z = 1;'].join(lineEnd));

/** Whether an offset lies within a character or a line break. */
function isCut(text: string, offset: number): boolean {
  return (
    /[\uDC00-\uDFFF]/.test(text[offset] ?? '') || text.slice(offset - 1, offset + 1) === '\r\n'
  );
}

/** `<<-` keeps the indentation of a line that an edit leaves with white space only; it means nothing in a formula. */
function withoutBlanks(text: string): string {
  return text.replace(/^[ \t]+(?=\r?$)/gm, '');
}

async function only(host: string, language: HostLanguage): Promise<EmbeddedFormula> {
  const { formulas: found } = await extract(host, language);
  expect(found).toHaveLength(1);
  return found[0]!;
}

for (const { name, language, write } of writers) {
  test(`${name}: the text is that of the host, and each character is at its place`, async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(formulas, async (text) => {
        const host = write(text);
        if (host === undefined) return;
        written++;
        const formula = await only(host, language);
        expect(formula.text).toBe(endsLine.has(name) ? `${text}\n` : text);
        expect(segmentProblems(host, formula)).toEqual([]);
        const map = createSegmentMap(formula);
        for (const { kind, formula: range } of formula.segments) {
          if (kind !== 'copy') continue;
          const at = map.toHost({ start: range.start, end: range.start + 1 });
          expect(host.slice(at.start, at.end)).toBe(formula.text[range.start]);
          expect(map.toFormula(at.start)).toBe(range.start);
        }
      }),
      { numRuns: 60 },
    );
    expect(written).toBeGreaterThan(5);
  });

  test(`${name}: an edit in place is read as the edited formula`, async () => {
    let edited = 0;
    const texts = fc.constantFrom(
      '',
      'x',
      'min(1, 2)',
      '"q"',
      "it's",
      '${n}',
      '\\',
      '{0}',
      'c;\nd',
    );
    await fc.assert(
      fc.asyncProperty(formulas, texts, fc.nat(), fc.nat(12), async (text, newText, at, length) => {
        const host = write(text);
        if (host === undefined) return;
        const formula = await only(host, language);
        const start = 6 + (at % (text.length - 6));
        const span = { start, end: Math.min(text.length, start + length) };
        if ([span.start, span.end].some((offset) => isCut(text, offset))) return;
        const edits = createSegmentMap(formula).editsToHost([{ span, newText }]);
        if (edits === undefined) return;
        edited++;
        const again = await only(applyEdits(host, edits), language);
        const wanted = applyEdits(formula.text, [{ span, newText }]);
        expect(withoutBlanks(again.text)).toBe(withoutBlanks(wanted));
      }),
      { numRuns: 100 },
    );
    // Folded lines are never edited, and few texts fit into a plain scalar.
    if (!/folded|plain|single/.test(name)) expect(edited).toBeGreaterThan(5);
  });
}
