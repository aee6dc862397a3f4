import { expect, it } from 'vitest';

import { load } from '../support/memory-files.js';

const scenario = (pool: string, job: string = '', id: string = 'render'): string => `pools:
  - { id: ${id}, vmSize: Standard_D4s_v5, targetDedicatedNodes: 1${pool} }
jobs:
  - { id: frames, poolInfo: { poolId: ${id} }, tasks: []${job} }
`;
const list = (count: number, entry: (index: number) => string): string =>
  `[${Array.from({ length: count }, (_, index) => entry(index)).join(', ')}]`;
const packages = (count: number): string =>
  `, applicationPackageReferences: ${list(count, (index) => `{ applicationId: a${index} }`)}`;
const certificates = (count: number): string =>
  `, certificateReferences: ${list(count, (index) => `{ thumbprint: t${index} }`)}`;
const mounts = (count: number): string =>
  `, mountConfiguration: ${list(count, () => '{ nfsMountConfiguration: {} }')}`;
const statements = (count: number): string =>
  scenario('').replace(
    'targetDedicatedNodes: 1',
    `enableAutoScale: true, autoScaleFormula: '${'$TargetDedicatedNodes = 1; '.repeat(count)}'`,
  );
const priority = (value: number): string => scenario('', `, priority: ${value}`);

/** What holds at the limit and not beyond it (service.md section 7). */
const limits: readonly (readonly [name: string, within: string, beyond: string, place: string])[] =
  [
    [
      'packages of a pool',
      scenario(packages(10)),
      scenario(packages(11)),
      'applicationPackageReferences',
    ],
    [
      'certificates of a pool',
      scenario(certificates(12)),
      scenario(certificates(13)),
      'certificateReferences',
    ],
    ['mounts of a node', scenario(mounts(10)), scenario(mounts(11)), 'mountConfiguration'],
    [
      'task slots of a node',
      scenario(', taskSlotsPerNode: 256'),
      scenario(', taskSlotsPerNode: 257'),
      'taskSlotsPerNode',
    ],
    ['the highest priority', priority(1000), priority(1001), 'priority'],
    ['the lowest priority', priority(-1000), priority(-1001), 'priority'],
    ['statements of a formula', statements(100), statements(101), 'statements'],
    ['ids', scenario('', '', 'i'.repeat(64)), scenario('', '', 'i'.repeat(65)), 'pools[0].id'],
    [
      'the shortest resizeTimeout',
      scenario(', resizeTimeout: PT5M'),
      scenario(', resizeTimeout: PT4M59S'),
      'resizeTimeout',
    ],
  ];

it.each(limits)(
  '%s may reach their limit and not pass it',
  async (_name, within, beyond, place) => {
    const errorsOf = async (text: string): Promise<string[]> => {
      const loaded = await load(text);
      const all = [...loaded.diagnostics, ...(loaded.value?.input().diagnostics ?? [])];
      return all.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    };
    expect(await errorsOf(within)).toEqual([]);
    expect(await errorsOf(beyond)).toEqual([expect.stringContaining(place)]);
  },
);
