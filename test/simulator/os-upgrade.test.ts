import { describe, expect, it } from 'vitest';

import type { Operation, Parameters, PoolInput, UpgradePolicy } from '../../src/simulator/index.js';
import { nodeStatesOf } from '../support/log-extracts.js';
import { requestsOf, runLogged, type Requests } from '../support/logged-run.js';
import { input, pool, seconds, type TestTask } from '../support/simulation-input.js';

interface Story {
  readonly policy?: Partial<UpgradePolicy> | undefined;
  readonly batch?: Partial<UpgradePolicy['rollingUpgradePolicy']>;
  readonly pool?: Partial<PoolInput>;
  readonly at?: readonly number[];
  readonly tasks?: readonly TestTask[];
  readonly operations?: Requests;
  readonly parameters?: Partial<Parameters>;
}

function play({ policy, batch, at = [100], tasks = [], operations = [], ...story }: Story) {
  const upgradePolicy: UpgradePolicy = {
    mode: 'automatic',
    enableAutomaticOSUpgrade: true,
    osRollingUpgradeDeferral: false,
    useRollingUpgradePolicy: true,
    rollingUpgradePolicy: {
      maxBatchInstancePercent: 100,
      maxUnhealthyInstancePercent: 100,
      maxUnhealthyUpgradedInstancePercent: 100,
      pauseTimeBetweenBatches: 0,
      ...batch,
    },
    ...policy,
  };
  const settings = policy === undefined && batch === undefined ? {} : { upgradePolicy };
  const { record, log } = runLogged(
    input({
      pools: [pool({ targetDedicatedNodes: 1, ...settings, ...story.pool })],
      tasks,
      until: { kind: 'time', at: seconds(3000) },
      osUpgrades: at.map((time) => ({ at: seconds(time), poolId: 'pool' })),
      operations: requestsOf(operations),
      parameters: {
        'node.creating_to_idle_s': { constant: 40 },
        'node.os_upgrade_s': { constant: 200 },
        ...story.parameters,
      },
    }),
  );
  const upgrades = log
    .filter(({ event, body }) => event === 'NodeStateChange' && body['to'] === 'upgradingos')
    .map(({ t }) => t / 1000);
  return {
    record,
    log,
    states: nodeStatesOf(log),
    upgrades,
    upgrade: record.osUpgrades![0]!,
  };
}

describe('a new operating system', () => {
  it('takes a node through upgradingos and starting', () => {
    const { states, upgrade } = play({ policy: {} });
    expect(states.slice(-3)).toEqual(['100 upgradingos', '300 starting', '320 idle']);
    expect(upgrade).toEqual({
      poolId: 'pool',
      atSeconds: 100,
      endSeconds: 320,
      nodes: 1,
      result: 'Completed',
    });
  });

  it('interrupts and requeues tasks without deferral', () => {
    const { record, states } = play({ policy: {}, tasks: [{ runs: 500 }] });
    expect(record.tasks).toMatchObject({ requeues: 1, attempts: 2, succeeded: 1 });
    expect(states).toContain('100 upgradingos');
  });

  it('waits for the tasks of a node with deferral', () => {
    const { record, states } = play({
      policy: { osRollingUpgradeDeferral: true },
      tasks: [{ runs: 500 }],
    });
    expect(record.tasks).toMatchObject({ requeues: 0, attempts: 1, succeeded: 1 });
    expect(states).toContain('540 upgradingos');
  });

  it('takes idle nodes first while others are deferred', () => {
    const { upgrades } = play({
      policy: { osRollingUpgradeDeferral: true },
      pool: { targetDedicatedNodes: 3 },
      tasks: [{ runs: 500 }],
    });
    expect(upgrades).toEqual([100, 100, 540]);
  });

  it('reaches a pool without a policy, or with mode manual, at once and by force', () => {
    const story: Story = { pool: { targetDedicatedNodes: 3 }, tasks: [{ runs: 500 }] };
    expect(play(story).upgrades).toEqual([100, 100, 100]);
    expect(play(story).record.tasks.requeues).toBe(1);
    const manual = play({ ...story, policy: { mode: 'manual', osRollingUpgradeDeferral: true } });
    expect(manual.upgrades).toEqual([100, 100, 100]);
  });

  it('does not reach a pool whose automatic upgrade is off', () => {
    const { upgrades, upgrade } = play({ policy: { enableAutomaticOSUpgrade: false } });
    expect(upgrades).toEqual([]);
    expect(upgrade.result).toBe('NotEnabled');
  });
});

describe('batches', () => {
  const ten = { targetDedicatedNodes: 10 };

  it('are as large as the policy says, one after the other', () => {
    const { upgrades, upgrade } = play({ batch: { maxBatchInstancePercent: 40 }, pool: ten });
    expect(upgrades).toEqual([100, 100, 100, 100, 320, 320, 320, 320, 540, 540]);
    expect(upgrade).toMatchObject({ nodes: 10, endSeconds: 760 });
  });

  it('are of 20 percent where an automatic upgrade does not use the policy of the pool', () => {
    const { upgrades } = play({
      policy: { useRollingUpgradePolicy: false },
      batch: { maxBatchInstancePercent: 100 },
      pool: ten,
    });
    expect(upgrades.filter((at) => at === 100)).toHaveLength(2);
  });

  it('are of one node at least, and the mode rolling uses the policy anyway', () => {
    const { upgrades } = play({
      policy: { mode: 'rolling', useRollingUpgradePolicy: false, enableAutomaticOSUpgrade: false },
      batch: { maxBatchInstancePercent: 10 },
      pool: { targetDedicatedNodes: 3 },
    });
    expect(upgrades).toEqual([100, 320, 540]);
  });

  it('have a pause between them', () => {
    const { upgrades } = play({
      batch: { maxBatchInstancePercent: 50, pauseTimeBetweenBatches: seconds(60) },
      pool: { targetDedicatedNodes: 2 },
    });
    expect(upgrades).toEqual([100, 380]);
  });

  it('end when too many nodes are unhealthy', () => {
    const startTask = { runTime: 1, waitForSuccess: true };
    const { record, log } = runLogged(
      input({
        pools: [
          pool({
            ...ten,
            startTask,
            upgradePolicy: {
              mode: 'rolling',
              enableAutomaticOSUpgrade: true,
              osRollingUpgradeDeferral: false,
              useRollingUpgradePolicy: true,
              rollingUpgradePolicy: {
                maxBatchInstancePercent: 20,
                maxUnhealthyInstancePercent: 20,
                maxUnhealthyUpgradedInstancePercent: 20,
                pauseTimeBetweenBatches: 0,
              },
            },
          }),
        ],
        tasks: [],
        until: { kind: 'time', at: seconds(3000) },
        osUpgrades: [{ at: seconds(100), poolId: 'pool' }],
        faults: [
          {
            kind: 'startTaskFailure',
            poolId: 'pool',
            times: { kind: 'at', at: [seconds(100)] },
            lasts: Infinity,
            share: 1,
          },
        ],
        parameters: { 'node.os_upgrade_s': { constant: 200 } },
      }),
    );
    const upgrade = record.osUpgrades![0]!;
    const upgrades = log.filter(({ body }) => body['to'] === 'upgradingos');
    expect(upgrades).toHaveLength(2);
    expect(upgrade).toMatchObject({ nodes: 2, result: 'Stopped' });
    expect(log.filter(({ event }) => event.startsWith('PoolOSUpgrade'))).toMatchObject([
      { event: 'PoolOSUpgradeStart' },
      { event: 'PoolOSUpgradeComplete', body: { id: 'pool', nodes: 2, result: 'Stopped' } },
    ]);
  });
});

describe('nodes that are not there, or not yet', () => {
  it('get the new version when they come', () => {
    const grow: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 2 };
    const { upgrades } = play({ policy: {}, operations: [[150, grow]] });
    expect(upgrades).toEqual([100]);
  });

  it('that boot are upgraded once they are up', () => {
    expect(play({ policy: {}, at: [30] }).upgrades).toEqual([40]);
  });

  it('that are offline are upgraded and stay offline', () => {
    const disable: Operation = { kind: 'disableNodeScheduling', poolId: 'pool', nodes: {} };
    const { states } = play({ policy: {}, operations: [[90, disable]] });
    expect(states.slice(-4)).toEqual([
      '90 offline',
      '100 upgradingos',
      '300 starting',
      '320 offline',
    ]);
  });

  it('a reimaged node has it already', () => {
    const reimage: Operation = { kind: 'reimageNode', poolId: 'pool', nodes: {} };
    const { upgrades, upgrade } = play({
      policy: { osRollingUpgradeDeferral: true },
      tasks: [{ runs: 500 }],
      operations: [[200, reimage]],
      parameters: { 'node.reimage_s': { constant: 100 } },
    });
    expect(upgrades).toEqual([]);
    expect(upgrade).toMatchObject({ nodes: 0, result: 'Completed' });
  });
});

it('a newer version supersedes a roll-out', () => {
  const { record, upgrades } = play({ policy: {}, at: [100, 200] });
  expect(record.osUpgrades!.map(({ result }) => result)).toEqual(['Superseded', 'Completed']);
  expect(upgrades).toEqual([100, 320]);
});
