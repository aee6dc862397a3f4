import { loadGrammar } from '../../../src/extract/load-grammar.node.js';
import { hostLanguageOf } from '../../../src/extract/host-language.js';
import { checkFile } from '../../../src/lint/check-file.js';
import type { CheckReport } from '../../../src/report/check/check-report.js';
import { buildReport } from '../../../src/cli/check/build-report.js';

/** Names and texts with what the formats must escape: wide characters, tabs, markup, commas and percent signs. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'infra/pool 1, a.tf': `resource "azurerm_batch_pool" "render" {
  auto_scale {
    formula = <<-EOT
\tpending = max(0, $PendingTask.GetSample(1));
\t/* 日本語 */ $TargetDedicatedNodes = pending % 4;
    EOT
  }
}
`,
  'pool.json': '{ "name": "プール", "autoScaleFormula": "$TargetDedicatedNodes = 1,5;" }\n',
  'fine.autoscale': '$TargetDedicatedNodes = 1;\n$NodeDeallocationOption = taskcompletion;\n',
  'broken.yaml': 'autoScaleFormula: "x <b> & = 1;\nb: [\n',
};

export async function reportOf(files: Readonly<Record<string, string>>): Promise<CheckReport> {
  const checked = [];
  for (const [name, text] of Object.entries(files)) {
    checked.push(await checkFile({ name, text }, hostLanguageOf(name)!, loadGrammar));
  }
  const skipped = [{ path: 'image.tf', reason: 'it is binary; expected text' }];
  const examined = { checked, count: checked.length, skipped, excluded: 0, changed: [], fixed: 0 };
  // The version of a release must not change the golden files.
  return { ...buildReport(examined, 'none', () => false), version: '0.0.0' };
}
