import { describe, expect, it } from 'vitest';

import { load, renderAll } from '../support/memory-files.js';

const scenario = `seed: 1
pools:
  - id: render
    vmSize: Standard_D4s_v5
    targetDedicatedNodes: 2
jobs:
  - id: frames
    poolInfo: { poolId: render }
    tasks:
      - { from: a.csv }
`;
const files = {
  'a.csv': 'submit,duration\n0,10\n',
  'bad.csv': 'submit,duration\n0,10\n1,long\n',
  'prices.yaml': 'currency: EUR\nnodeHour:\n  Standard_D4s_v5: { dedicated: 0.192 }\n',
  'folder/': '',
};

/** Parts of the scenario replaced: [what, by what]. */
type Change = readonly [string, string];

const broken: Readonly<Record<string, readonly Change[]>> = {
  'keys that are misspelt': [
    ['seed', 'sed'],
    ['vmSize', 'vmsize'],
    ['poolInfo', 'poolinfo'],
  ],
  'values of the wrong kind': [
    ['seed: 1', 'seed: []\nstart: tomorrow\nuntil: later'],
    ['targetDedicatedNodes: 2', 'targetDedicatedNodes: -1\n    taskSlotsPerNode: 300'],
    ['id: frames', 'id: frames of today'],
  ],
  'a setting that is not modelled': [
    ['targetDedicatedNodes', 'networkConfiguration: { subnetId: x }\n    targetDedicatedNodes'],
    ['tasks:', 'networkConfiguration: { subnetId: x }\n    tasks:'],
  ],
  'targets beside a formula': [
    ['targetDedicatedNodes: 2', 'enableAutoScale: true\n    targetDedicatedNodes: 2'],
  ],
  'a formula without enableAutoScale': [
    ['targetDedicatedNodes: 2', "autoScaleFormula: '$TargetDedicatedNodes = 1;'"],
  ],
  'no targets at all': [['    targetDedicatedNodes: 2\n', '']],
  'an evaluation interval below the limit': [
    [
      'targetDedicatedNodes: 2',
      "enableAutoScale: true\n    autoScaleFormula: '$TargetDedicatedNodes = 1;'\n    autoScaleEvaluationInterval: PT1M",
    ],
  ],
  'a job on a pool that does not exist': [['poolId: render', 'poolId: rendr']],
  'ids given twice': [['jobs:', '  - { id: Render, vmSize: D4, targetDedicatedNodes: 1 }\njobs:']],
  'files that cannot be read': [['{ from: a.csv }', '{ from: b.csv }\n      - { from: folder }']],
  'an error inside a trace': [['a.csv', 'bad.csv']],
  'tasks of no known kind': [
    [
      '{ from: a.csv }',
      '{ form: a.csv }\n      - { id: x }\n      - { arrivals: { poison: 1 }, runTime: 1 }',
    ],
  ],
  'generators without an end': [
    [
      '{ from: a.csv }',
      '{ arrivals: { constant: 1 }, runTime: 1 }\n      - { arrivals: { constant: 0 }, runTime: 1, until: PT1H }',
    ],
  ],
  'tasks that fit on no node': [['{ from: a.csv }', '{ id: big, runTime: 1, requiredSlots: 8 }']],
  'parameters out of range': [
    [
      'seed: 1',
      'parameters:\n  sample.loss: 2\n  sample.lose: 0\n  shrink.order: idle\n  sched.latency_s: { lognormal: { median: 3 } }',
    ],
  ],
  'more pools and jobs than the account may have': [
    [
      'jobs:\n',
      '  - { id: second, vmSize: D4, targetDedicatedNodes: 1 }\njobs:\n  - { id: early, poolInfo: { poolId: second }, tasks: [] }\n',
    ],
    ['seed: 1', 'account: { poolQuota: 1, activeJobAndJobScheduleQuota: 1 }'],
  ],
  'a display name beyond 1024 characters': [
    ['targetDedicatedNodes', `displayName: ${'x'.repeat(1025)}\n    targetDedicatedNodes`],
  ],
  'prices in another currency': [['seed: 1', 'prices: { file: prices.yaml, currency: USD }']],
  'a VM size without a price': [
    ['seed: 1', 'prices: { file: prices.yaml }'],
    ['Standard_D4s_v5', 'Standard_D4_v5'],
  ],
  'an end before the start': [['seed: 1', 'start: 2026-03-02\nuntil: 2026-03-01T00:00:00Z']],
};

describe('a broken scenario', () => {
  it.each(Object.entries(broken))('%s', async (title, changes) => {
    let text = scenario;
    for (const [what, replacement] of changes) {
      expect(text).toContain(what);
      text = text.replace(what, replacement);
    }
    const result = await load(text, files);
    const name = title.replaceAll(' ', '-').toLowerCase();
    await expect(`${renderAll(result)}\n`).toMatchFileSnapshot(`transcripts/${name}.txt`);
    const isWarning = result.diagnostics.every(({ severity }) => severity === 'warning');
    expect(result.value === undefined).toBe(!isWarning);
  });

  it('is the only thing that differs from one that loads', async () => {
    const result = await load(scenario, files);
    expect(renderAll(result)).toBe('');
    expect(result.value).toBeDefined();
  });

  it('may have as many pools and jobs as the quotas of its account (service.md section 7)', async () => {
    const account = 'account: { poolQuota: 1, activeJobAndJobScheduleQuota: 1 }\n';
    const result = await load(`${account}${scenario}`, files);
    expect(renderAll(result)).toBe('');
  });

  it('bugs of the caller are not hidden as file errors', async () => {
    const throwing = load(scenario.replace('a.csv', '/x'), {
      get '/x'(): string {
        throw new TypeError('a bug');
      },
    });
    await expect(throwing).rejects.toThrow('a bug');
  });
});
