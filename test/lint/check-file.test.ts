import { describe, expect, it } from 'vitest';

import { loadGrammar } from '../../src/extract/load-grammar.node.js';
import type { HostLanguage } from '../../src/extract/embedded-formula.js';
import { checkFile, type CheckedFile } from '../../src/lint/check-file.js';
import { fixFile } from '../../src/lint/fix-file.js';
import type { LintOptions } from '../../src/lint/lint-options.js';

function check(
  language: HostLanguage,
  text: string,
  options: LintOptions = {},
): Promise<CheckedFile> {
  return checkFile({ name: 'host', text }, language, loadGrammar, options);
}

async function fix(language: HostLanguage, text: string): Promise<string> {
  const { checked } = await fixFile({ name: 'host', text }, language, loadGrammar);
  return checked.source.text;
}

function codes({ formulas }: CheckedFile): string[] {
  return formulas.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
}

const pool = (before: string, formula: string): string =>
  `resource "azurerm_batch_pool" "main" {\n  auto_scale {\n${before}    formula = ${formula}\n  }\n}\n`;
const wrong = pool('', '<<EOT\n$TargetDedicatedNodes = 1;\nx = $PendingTask;\nEOT');

describe('a finding', () => {
  it('has its place in the host and in the formula', async () => {
    const { formulas, source } = await check('terraform', wrong);
    const finding = formulas[0]!.diagnostics.find(({ code }) => code === 'undefined-variable')!;
    expect(source.text.slice(finding.span.start, finding.span.end)).toBe('$PendingTask');
    expect(finding.formulaStart).toEqual({ line: 2, column: 5 });
  });

  it('counts host columns after an escape in the host', async () => {
    const text = '{ "autoScaleFormula": "a = 1;\\n$TargetDedicatedNodes = b;" }';
    const { formulas } = await check('json', text);
    const finding = formulas[0]!.diagnostics.find(({ code }) => code === 'undefined-variable')!;
    expect(finding.span.start).toBe(text.indexOf('b;'));
    expect(finding.formulaStart).toEqual({ line: 2, column: 25 });
  });
});

describe('an ignore comment of the host', () => {
  const ignoring = (comment: string): string =>
    wrong.replace('    formula', `    # ${comment}\n    formula`);

  it('on the line above holds findings of the formula back', async () => {
    const checked = await check('terraform', ignoring('poolscale-ignore undefined-variable'));
    expect(codes(checked)).not.toContain('undefined-variable');
    expect(checked.formulas[0]!.ignored).toBe(1);
  });

  it.each([
    ['yaml', 'autoScaleFormula: x = y; # poolscale-ignore undefined-variable -- known\n'],
    ['json', '{ "autoScaleFormula": "x = y;" } // poolscale-ignore undefined-variable'],
    ['yaml', '# poolscale-ignore-file undefined-variable\n\na: 1\nautoScaleFormula: x = y;\n'],
    [
      'json',
      '{\n// poolscale-ignore undefined-variable\n"autoScaleFormula":\n  "x = y;" /* and more */ }',
    ],
  ] as const)('in %s: %s', async (language, text) => {
    const found = codes(await check(language, text));
    expect(found).not.toContain('undefined-variable');
    expect(found).not.toContain('unused-ignore');
  });

  it('holds for its own formula only', async () => {
    const text =
      '# poolscale-ignore undefined-variable\nautoScaleFormula: x = y;\nb: { autoScaleFormula: x = z; }\n';
    expect(codes(await check('yaml', text))).toContain('undefined-variable');
  });

  it('is reported when there is nothing to ignore, and when its day has passed', async () => {
    const unused = ignoring('poolscale-ignore unguarded-window');
    expect(codes(await check('terraform', unused))).toContain('unused-ignore');
    const snoozed = ignoring('poolscale-ignore undefined-variable until 2026-01-31');
    const during = await check('terraform', snoozed, { today: '2026-01-31' });
    expect(codes(during)).not.toContain('undefined-variable');
    const after = codes(await check('terraform', snoozed, { today: '2026-02-01' }));
    expect(after).toContain('undefined-variable');
    expect(after).toContain('expired-ignore');
  });

  it('needs a reason where one is demanded', async () => {
    const bare = ignoring('poolscale-ignore undefined-variable');
    const demanding = codes(await check('terraform', bare, { requireReason: true }));
    expect(demanding).toEqual(expect.arrayContaining(['invalid-ignore', 'undefined-variable']));
  });

  it('can be turned off like other rules', async () => {
    const levels = new Map([['unused-ignore', 'off'] as const]);
    const unused = ignoring('poolscale-ignore unguarded-window');
    expect(codes(await check('terraform', unused, { levels }))).not.toContain('unused-ignore');
  });
});

describe('fixes', () => {
  it('are written as the host writes text', async () => {
    const text = `{"autoScaleFormula":"$NodeDeallocationOption = 'requeue';\\n$TargetDedicatedNodes = 1,5;"}`;
    expect(await fix('json', text)).toBe(
      '{"autoScaleFormula":"$NodeDeallocationOption = requeue;\\n$TargetDedicatedNodes = 1.5;"}',
    );
  });

  it('keep the indentation of a heredoc', async () => {
    const before = pool('', '<<-EOT\n      # slow\n      $TargetDedicatedNodes = 1,5;\n    EOT');
    expect(await fix('terraform', before)).toBe(
      before.replace('# slow', '// slow').replace('1,5', '1.5'),
    );
  });

  it('that meet are made one after the other', async () => {
    expect(await fix('autoscale', '$TargetDedicatedNodes = 1,5;;;\n')).toBe(
      '$TargetDedicatedNodes = 1.5;\n',
    );
  });

  it('leave suggestions alone', async () => {
    const text = '$TargetDedicatedNodes = $PendingTasks;\n';
    expect(await fix('autoscale', text)).toBe(text);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['yaml', 'a: &a [x, x, x]\nautoScaleFormula: x = 1;\nb: [*a'],
    ['terraform', 'resource "azurerm_batch_pool" { formula = <<EOT\nauto_scale'],
    ['json', '{ "autoScaleFormula": "x = 1;'],
    ['json', `${'['.repeat(100_000)}"autoScaleFormula"`],
  ] as const)('is a problem with a place: %s, example %#', async (language, text) => {
    const { problems } = await check(language, text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { span } of problems) expect(span.start).toBeLessThanOrEqual(text.length);
  });
});
