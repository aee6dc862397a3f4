import { describe, expect, it } from 'vitest';

import { load, loadInput, renderAll } from '../support/memory-files.js';

const scenario = (pool: string, more = ''): string => `until: PT1H
pools:
  - id: render
    vmSize: Standard_D4s_v5
    targetDedicatedNodes: 2
${pool}
jobs: []
${more}`;

describe('what nodes need before their start task', () => {
  it('is written as the REST interface has it, with sizes added', async () => {
    const { pools, notes } = await loadInput(
      scenario(`
    applicationPackageReferences:
      - { applicationId: blender, version: '4.1', gigabytes: 0.5 }
      - { applicationId: tool }
    certificateReferences: [{ thumbprint: abc, thumbprintAlgorithm: sha1 }]
    mountConfiguration: [{ nfsMountConfiguration: { source: x, relativeMountPath: y } }]
    virtualMachineConfiguration:
      imageReference: { publisher: canonical }
      nodeAgentSKUId: batch.node.ubuntu 22.04
      dataDisks: [{ lun: 0, diskSizeGB: 100 }]
      containerConfiguration:
        type: dockerCompatible
        containerImageNames: [busybox, { name: big, gigabytes: 7 }]`),
    );
    expect(pools[0]!.nodeSetup).toEqual({
      certificates: 1,
      mounts: 1,
      dataDisks: 1,
      applicationPackages: [{ name: 'blender', version: '4.1', gigabytes: 0.5 }, { name: 'tool' }],
      containerImages: [{ name: 'busybox' }, { name: 'big', gigabytes: 7 }],
    });
    expect(notes).toEqual([
      'pool render: no record settles node.certificate_s and node.mount_s; set what you know',
      'pool render: no size is given for application package tool; each counts as node.package_gb',
      'pool render: no size is given for container image busybox; each counts as node.image_gb',
    ]);
  });

  it('is nothing where only the image of the VM is given', async () => {
    const { pools } = await loadInput(
      scenario('    virtualMachineConfiguration: { nodeAgentSKUId: batch.node.ubuntu 22.04 }'),
    );
    expect(pools[0]!.nodeSetup).toBeUndefined();
  });

  const list = (count: number, item: string): string =>
    `[${Array.from({ length: count }, () => item).join(', ')}]`;

  it.each([
    ['packages', `applicationPackageReferences: ${list(11, '{ applicationId: a }')}`, 'at most 10'],
    ['certificates', `certificateReferences: ${list(13, '{ thumbprint: a }')}`, 'at most 12'],
    ['mounts', `mountConfiguration: ${list(11, '{ nfsMountConfiguration: {} }')}`, 'at most 10'],
    [
      'two kinds of mount in one entry',
      'mountConfiguration: [{ nfsMountConfiguration: {}, cifsMountConfiguration: {} }]',
      'one of the keys',
    ],
    ['disks', 'virtualMachineConfiguration: { dataDisks: [{ lun: 64 }] }', 'at most 63'],
    ['task slots', 'cores: 2\n    taskSlotsPerNode: 9', 'at most 8 with 2 cores'],
  ])('%s beyond the limit of the service are an error', async (_, pool, text) => {
    expect(renderAll(await load(scenario(`    ${pool}`)))).toContain(text);
  });
});

describe('upgrades of the operating system', () => {
  it('have the policy of the pool with its defaults', async () => {
    const { pools, osUpgrades } = await loadInput(
      scenario(
        `
    upgradePolicy:
      mode: automatic
      automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: true, osRollingUpgradeDeferral: true }
      rollingUpgradePolicy: { maxBatchInstancePercent: 50, pauseTimeBetweenBatches: PT1M }`,
        'osUpgrades: [{ at: PT10M, poolId: render }]\n',
      ),
    );
    expect(pools[0]!.upgradePolicy).toEqual({
      mode: 'automatic',
      enableAutomaticOSUpgrade: true,
      osRollingUpgradeDeferral: true,
      useRollingUpgradePolicy: false,
      rollingUpgradePolicy: {
        maxBatchInstancePercent: 50,
        maxUnhealthyInstancePercent: 20,
        maxUnhealthyUpgradedInstancePercent: 20,
        pauseTimeBetweenBatches: 60 * 4000,
      },
    });
    expect(osUpgrades).toEqual([{ at: 600 * 4000, poolId: 'render' }]);
  });

  it('of a pool that does not exist are an error', async () => {
    const found = await load(scenario('', 'osUpgrades: [{ at: PT10M, poolId: rendr }]\n'));
    expect(renderAll(found)).toContain('did you mean render?');
  });
});
