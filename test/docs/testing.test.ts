import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { root, run, withFolder } from '../acceptance/command.js';

const page = readFileSync(join(root, 'docs/testing.md'), 'utf8');

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, 'g'))].map(
    (match) => match[1]!,
  );
}

const formula = `// Four tasks a node, at most 25 nodes, down by halves.
demand = max(0, $PendingTasks.GetSample(1));
wanted = ceil(demand / $TaskSlotsPerNode);
half = floor($TargetDedicatedNodes / 2);
$TargetDedicatedNodes = min(LIMIT, max(wanted, half));
$NodeDeallocationOption = taskcompletion;
`;
const tests = blocks('yaml')[0]!;

function outputOf(limit: number, text: string): string {
  const files = {
    'render.autoscale': formula.replace('LIMIT', String(limit)),
    'render.autoscale-test.yaml': text,
  };
  return withFolder(files, (cwd) => run(['test'], { cwd })).stdout.replace(/\(\d+\.\d\d s\)/, '');
}

it('the tests of docs/testing.md pass', () => {
  expect(outputOf(25, tests)).toContain('6 passed, 0 failed, 0 skipped in 1 file');
});

it('the failure of docs/testing.md looks as the page shows it', () => {
  const shown = blocks('text')[0]!.replace(/\(\d+\.\d\d s\)/, '');
  expect(outputOf(25, tests.replace('Nodes: 15,', 'Nodes: 16,'))).toBe(shown);
});

it('the counterexample of docs/testing.md is what a formula without the limit gives', () => {
  expect(outputOf(1000, tests)).toContain(blocks('text')[1]!);
});
