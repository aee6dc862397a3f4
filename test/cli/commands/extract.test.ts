import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { extractCommand } from '../../../src/cli/commands/extract.js';
import { runCommand, useOwnFolder, type CommandOutcome } from '../../support/command-in-process.js';

useOwnFolder();

const extract = (...args: string[]): Promise<CommandOutcome> => runCommand(extractCommand(), args);

it('lists formulas, what is computed, what is read from files, and the sums', async () => {
  mkdirSync('infra');
  writeFileSync(
    'infra/pool.tf',
    `resource "azurerm_batch_pool" "a" {
  auto_scale {
    formula = <<-EOF
      $TargetDedicatedNodes = \${var.max};
    EOF
  }
}
resource "azurerm_batch_pool" "b" {
  auto_scale {
    formula = var.formula
  }
}
resource "azurerm_batch_pool" "c" {
  auto_scale {
    formula = templatefile("\${path.module}/c.autoscale", { max = 3 })
  }
}
resource "azurerm_batch_pool" "d" {
  auto_scale {
    formula = file("missing.autoscale")
  }
}
`,
  );
  writeFileSync('infra/c.autoscale', '$TargetDedicatedNodes = ${max};\n');
  writeFileSync('pool.json', '{ "autoScaleFormula": "a = (1;" }');
  const { code, stdout } = await extract();
  expect(stdout).toBe(
    `infra/c.autoscale:1:1  autoscale  formula  1 statement, 1 hole, read by infra/pool.tf azurerm_batch_pool.c
infra/pool.tf:4:7  terraform  azurerm_batch_pool.a  1 statement, 1 hole
pool.json:1:24  json  autoScaleFormula  syntax error
infra/pool.tf:10:15  terraform  azurerm_batch_pool.b  dynamic: the value of var.formula
infra/pool.tf:20:15  terraform  azurerm_batch_pool.d  dynamic: there is no file infra/missing.autoscale
3 formulas in 2 files, 2 dynamic and not checked
`,
  );
  expect(code).toBe(0);
});

it('--json prints the texts', async () => {
  writeFileSync('a.yaml', 'autoScaleFormula: a = 1;\n');
  const { stdout } = await extract('--json', 'a.yaml');
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    summary: { files: 1, formulas: 1, dynamic: 0, skipped: 0 },
    formulas: [
      {
        path: 'a.yaml',
        language: 'yaml',
        address: 'autoScaleFormula',
        start: { line: 1, column: 19 },
        end: { line: 1, column: 25 },
        text: 'a = 1;',
        statements: 1,
        holes: [],
        readBy: [],
      },
    ],
    dynamic: [],
    unresolved: [],
    skipped: [],
  });
});

it('says what was left out, and survives a loop of links', async () => {
  writeFileSync('a.yaml', Buffer.from([0x61, 0x3a, 0xff, 0xfe]));
  writeFileSync('b.json', Buffer.from([0x7b, 0, 0x7d]));
  mkdirSync('sub');
  symlinkSync('..', 'sub/loop');
  symlinkSync('nowhere', 'c.yaml');
  writeFileSync('big.json', Buffer.alloc(21 * 1024 * 1024, 32));
  expect(await extract()).toEqual({
    code: 0,
    stderr: '',
    stdout: `big.json: skipped: it is larger than 20 MB
c.yaml: skipped: there is no such file or folder
a.yaml: skipped: it is not valid UTF-8
b.json: skipped: it is binary; expected text
0 formulas in 0 files, 4 paths skipped
`,
  });
  expect((await extract('nowhere')).code).toBe(2);
});
