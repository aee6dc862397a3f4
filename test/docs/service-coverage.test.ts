import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { nodeStates } from '../../src/simulator/node/node-state.js';
import { allocationErrorCodes } from '../../src/simulator/pool/resize-errors.js';
import { taskFailureCodes } from '../../src/workload/task-failure-codes.js';
import { root } from '../acceptance/command.js';
import { load } from '../support/memory-files.js';
import { coveragePage, coverageRows } from './service-coverage/coverage-page.js';
import type { Proof } from './service-coverage/coverage.js';
import { featureRows } from './service-coverage/feature-rows.js';

const proofs = coverageRows.flatMap(({ coverage }) =>
  coverage.kind === 'modelled' ? [coverage.proof] : [],
);

function isThere({ file, title }: Proof): boolean {
  const path = join(root, 'test', `${file}.test.ts`);
  return existsSync(path) && readFileSync(path, 'utf8').includes(`'${title}'`);
}

const namesOf = (group: string): string[] =>
  coverageRows.filter((row) => row.group === group).map(({ name }) => name);

describe('the table of what is modelled', () => {
  it('names tests that exist', () => {
    expect(proofs.filter((proof) => !isThere(proof))).toEqual([]);
    expect(isThere({ file: 'simulator/pool', title: 'there is no such test' })).toBe(false);
  });

  it('has the 98 features of the founding documents, each once', () => {
    expect(featureRows.map(({ row }) => row)).toEqual(Array.from({ length: 98 }, (_, i) => i + 1));
  });

  it('leaves out of the model only what was agreed, and accepts at most ten features without effect', () => {
    const rowsOf = (kind: string) =>
      featureRows.filter(({ coverage }) => coverage.kind === kind).map(({ row }) => row);
    const agreed = [26, 54, 57, 80, 81, 82, 83, 84, 85, 96];
    expect(rowsOf('out-of-model').filter((row) => !agreed.includes(row))).toEqual([]);
    expect(rowsOf('accepted').length).toBeLessThanOrEqual(10);
  });

  it('has the states and codes that the simulator knows', () => {
    // `requested` is a state of the simulator before the service shows a node.
    expect(namesOf('state of a node').sort()).toEqual(nodeStates.slice(1).sort());
    expect(namesOf('code of resizeErrors')).toEqual(
      expect.arrayContaining([...allocationErrorCodes]),
    );
    expect(namesOf('code of failureInfo')).toEqual(
      expect.arrayContaining(Object.keys(taskFailureCodes)),
    );
  });

  it('docs/service-coverage.md says what the table says (npm run generate:docs)', () => {
    const page = readFileSync(join(root, 'docs/service-coverage.md'), 'utf8');
    expect(page.replaceAll('\r\n', '\n')).toBe(coveragePage());
  });
});

const keys = coverageRows.flatMap(({ coverage }) =>
  coverage.kind === 'accepted' ? [coverage.key] : [],
);

/** A scenario that sets the key of the path to something that is not its default. */
function scenarioWith(path: string): string {
  const pool: Record<string, unknown> = { id: 'render', vmSize: 'D4', targetDedicatedNodes: 1 };
  const job: Record<string, unknown> = { id: 'a', poolInfo: { poolId: 'render' }, tasks: [] };
  const scenario: Record<string, unknown> = { account: {}, pools: [pool], jobs: [job] };
  const steps = path.match(/\w+/g)!;
  let object: Record<string, unknown> = scenario;
  for (const step of steps.slice(0, -1)) {
    object[step] ??= {};
    object = object[step] as Record<string, unknown>;
  }
  object[steps.at(-1)!] = 'classic';
  return JSON.stringify(scenario);
}

it.each([...new Set(keys)])(
  '%s is answered with a warning that it changes nothing',
  async (key) => {
    const { value, diagnostics } = await load(scenarioWith(key));
    expect(value).toBeDefined();
    expect(diagnostics.map(({ severity, code, message }) => [severity, code, message])).toEqual([
      [
        'warning',
        'not-modelled',
        `${key} is not modelled, so it changes nothing in the simulation`,
      ],
    ]);
  },
);

const record = join(process.env['POOLSCALE_SHARED'] ?? '../shared', 'spec/service.md');
it.skipIf(!existsSync(record))('has a row for every row of the service record', () => {
  const [, section = ''] = readFileSync(record, 'utf8').split('\n## 12. ');
  const [features = ''] = section.split('\n## ');
  const rows = [...features.matchAll(/^\| (\d+) \|/gm)].map(([, row]) => Number(row));
  expect(rows).toEqual(featureRows.map(({ row }) => row));
});
if (!existsSync(record)) console.warn(`SKIPPED: ${record} is not there`);
