import { describe, expect, it } from 'vitest';

import { loadGrammar } from '../../src/extract/load-grammar.node.js';
import { loadTestFile, runSuite, type SuiteReport } from '../../src/formula-test/index.js';
import { failureDetails } from '../../src/report/formula-test/failure-text.js';
import { memoryFiles, renderAll } from '../support/memory-files.js';
import { outcomes } from './run-text.js';

const terraform = `resource "azurerm_batch_pool" "main" {
  name = "main"
  auto_scale {
    evaluation_interval = "PT5M"
    formula             = <<-EOT
      demand = max(0, $PendingTasks.GetSample(1));
      $TargetDedicatedNodes = min(\${var.max_nodes}, demand);
    EOT
  }
}

resource "azurerm_batch_pool" "fixed" {
  auto_scale {
    formula = "$TargetDedicatedNodes = 3;"
  }
}
`;

const cases = `cases:
  - { name: limited, series: { $PendingTasks: 50 }, expect: { $TargetDedicatedNodes: 20 } }
`;

async function load(formula: string): ReturnType<typeof loadTestFile> {
  const source = { name: 'a.autoscale-test.yaml', text: `formula: ${formula}\n${cases}` };
  return loadTestFile(source, {
    ...memoryFiles({ 'pool.tf': terraform, 'a.autoscale': 'x = 1;' }),
    grammars: loadGrammar,
  });
}

async function run(formula: string): Promise<SuiteReport> {
  const loaded = await load(formula);
  if (loaded.value === undefined) throw new Error(renderAll(loaded));
  return runSuite(loaded.value);
}

const main = 'file: pool.tf, address: azurerm_batch_pool.main';

describe('a formula inside Terraform', () => {
  it('is tested by its address, with values for what Terraform computes', async () => {
    const report = await run(`{ ${main}, values: { var.max_nodes: 20 } }`);
    expect(outcomes(report)).toEqual({ limited: 'passed' });
  });

  it('shows its values at the lines of the Terraform file', async () => {
    const { suite, cases: reports } = await run(`{ ${main}, values: { var.max_nodes: 7 } }`);
    const { outcome } = reports[0]!;
    if (outcome.kind !== 'failed') throw new Error('expected a failure');
    expect(failureDetails(suite, outcome).join('\n')).toMatchInlineSnapshot(`
      "$TargetDedicatedNodes: expected 20, found 7
        at a.autoscale-test.yaml:3:5
        in pool.tf
        6 | demand = max(0, $PendingTasks.GetSample(1));
          |          |      |
          |          50     [50]
        7 | $TargetDedicatedNodes = min(7, demand);
          |                         |      |
          |                         7      50"
    `);
  });

  it.each([
    [`{ ${main} }`, '1:12: the formula has var.max_nodes, whose value is not in the file'],
    [`{ ${main}, values: { var.max_nodes: 1, var.min: 2 } }`, 'the formula has no var.min'],
    ['{ file: pool.tf }', 'pool.tf holds 2 formulas; expected an address that says which'],
    [
      '{ file: pool.tf, address: azurerm_batch_pool.mian }',
      'pool.tf holds no formula azurerm_batch_pool.mian',
    ],
    ['{ file: a.autoscale, address: x }', 'a.autoscale is a formula as a whole'],
  ])('%s', async (formula, message) => {
    const loaded = await load(formula);
    expect(loaded.value).toBeUndefined();
    expect(renderAll(loaded)).toContain(message.replace(/^\d+:\d+: /, ''));
    expect(renderAll(loaded)).toContain('a.autoscale-test.yaml:1:');
  });
});

it('a refused formula names its place in the host', async () => {
  const text = `formula: |\n  x = 1;\n  $TargetDedicatedNodes = (;\n${cases}`;
  const loaded = await loadTestFile({ name: 'b', text }, memoryFiles({}));
  const { suite, cases: reports } = await runSuite(loaded.value!);
  const { outcome } = reports[0]!;
  if (outcome.kind !== 'failed') throw new Error('expected a failure');
  expect(failureDetails(suite, outcome).join('\n')).toContain('b:3:28');
});
