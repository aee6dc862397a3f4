import { describe, expect, it } from 'vitest';

import type { NodeSetup, Operation, Parameters, PoolInput } from '../../src/simulator/index.js';
import { nodeStatesOf } from '../support/log-extracts.js';
import { requestsOf, runLogged, type Requests } from '../support/logged-run.js';
import { input, pool, seconds, type TestTask } from '../support/simulation-input.js';

interface Story {
  readonly setup?: Partial<NodeSetup>;
  readonly pool?: Partial<PoolInput>;
  readonly operations?: Requests;
  readonly tasks?: readonly TestTask[];
  readonly parameters?: Partial<Parameters>;
  readonly until?: number;
}

function play({ setup = {}, operations = [], tasks = [], until = 3000, ...story }: Story) {
  const nodeSetup = {
    certificates: 0,
    mounts: 0,
    dataDisks: 0,
    applicationPackages: [],
    containerImages: [],
    ...setup,
  };
  const { record, log } = runLogged(
    input({
      pools: [pool({ targetDedicatedNodes: 1, nodeSetup, ...story.pool })],
      tasks,
      until: { kind: 'time', at: seconds(until) },
      operations: requestsOf(operations),
      parameters: {
        'node.creating_to_idle_s': { constant: 40 },
        'node.reboot_s': { constant: 30 },
        'node.reimage_s': { constant: 200 },
        'node.certificate_s': { constant: 2 },
        'node.mount_s': { constant: 5 },
        'node.data_disk_s': { constant: 3 },
        'node.download_gb_per_s': 0.1,
        'node.package_gb': 1,
        'node.image_gb': 4,
        ...story.parameters,
      },
    }),
  );
  return { record, log, states: nodeStatesOf(log) };
}

const image = { name: 'image', gigabytes: 5 };
const idleAt = (story: Story): number =>
  Number(/^(\S+) idle/m.exec(play(story).states.join('\n'))![1]);

describe('what a node needs before its start task', () => {
  it.each<[string, Partial<NodeSetup>, number]>([
    ['nothing', {}, 0],
    ['certificates', { certificates: 3 }, 6],
    ['mounts', { mounts: 2 }, 10],
    ['data disks', { dataDisks: 2 }, 6],
    ['application packages', { applicationPackages: [{ name: 'tool', gigabytes: 2 }] }, 20],
    ['a package without a size', { applicationPackages: [{ name: 'tool' }] }, 10],
    ['container images', { containerImages: [image, { name: 'other' }] }, 90],
    ['all of them', { certificates: 1, mounts: 1, dataDisks: 1, containerImages: [image] }, 60],
  ])('%s takes time in state starting', (_, setup, time) => {
    expect(idleAt({ setup })).toBe(40 + time);
  });

  it('comes before the start task', () => {
    const startTask = { runTime: 7, waitForSuccess: true };
    expect(play({ setup: { mounts: 1 }, pool: { startTask } }).states).toEqual([
      '0 creating',
      '20 starting',
      '45 waitingforstarttask',
      '52 idle',
    ]);
  });

  it('stays on the node over a reboot, but for mounts, and not over a reimage', () => {
    const story = (kind: 'rebootNode' | 'reimageNode'): Story => ({
      setup: { mounts: 1, containerImages: [image] },
      operations: [[500, { kind, poolId: 'pool', nodes: {} }]],
    });
    expect(play(story('rebootNode')).states.slice(-3)).toEqual([
      '500 rebooting',
      '530 starting',
      '555 idle',
    ]);
    expect(play(story('reimageNode')).states.slice(-3)).toEqual([
      '500 reimaging',
      '700 starting',
      '775 idle',
    ]);
  });
});

describe('image pulls at one time', () => {
  const pulls = (targetDedicatedNodes: number, more: Story = {}) =>
    play({
      setup: { containerImages: [image] },
      pool: { targetDedicatedNodes },
      parameters: { 'node.concurrent_pulls': 2 },
      ...more,
    }).states.filter((state) => state.endsWith(' idle'));

  it('are throttled above the limit: each by the number of pulls at its start', () => {
    expect(pulls(2)).toEqual(['90 idle', '90 idle']);
    expect(pulls(4)).toEqual(['90 idle', '90 idle', '115 idle', '140 idle']);
  });

  it('slow nobody down any more once they are over, or given up', () => {
    const shrink: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 0 };
    const grow: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 2 };
    const again = {
      operations: [
        [50, shrink],
        [60, grow],
      ] as const,
    };
    expect(pulls(6, again)).toEqual(['150 idle', '150 idle']);
  });
});

describe('a download that fails', () => {
  it.each([
    ['node.image_failure_share', { containerImages: [image] }, 'container image pull failed'],
    [
      'node.package_failure_share',
      { applicationPackages: [{ name: 'tool', gigabytes: 5 }] },
      'application package download failed',
    ],
  ] as const)('%s: leaves the node unusable, billed and without tasks', (share, setup, text) => {
    const { states, record, log } = play({
      setup,
      tasks: [{ runs: 10 }],
      parameters: { [share]: 1 },
    });
    expect(states).toEqual(['0 creating', '20 starting', '90 unusable']);
    expect(record.tasks.neverStarted).toBe(1);
    expect(record.pools[0]!.nodes.dedicated.billedSeconds).toBe(3000);
    expect(log.find(({ event }) => event === 'NodeError')!.body['message']).toBe(text);
  });

  it('happens to the share of nodes that the parameter says', () => {
    const { record } = play({
      setup: { containerImages: [{ name: 'image', gigabytes: 0 }] },
      pool: { targetDedicatedNodes: 1000 },
      parameters: { 'node.image_failure_share': 0.3 },
      until: 1040,
    });
    const failed = record.pools[0]!.nodes.dedicated.unavailableSeconds / 1000;
    expect(failed).toBeGreaterThan(240);
    expect(failed).toBeLessThan(360);
  });
});
