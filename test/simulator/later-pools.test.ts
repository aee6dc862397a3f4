import { describe, expect, it } from 'vitest';

import type { Fault, Operation, PoolInput, SimulationInput } from '../../src/simulator/index.js';
import { lifeOf } from '../support/inspected-life.js';
import { nodeStatesOf } from '../support/log-extracts.js';
import { requestsOf, runRecomputed, type Requests } from '../support/logged-run.js';
import { input, pool, seconds } from '../support/simulation-input.js';

/** A run of 3000 s without a pool at its start. */
function play(requests: Requests, settings: Partial<Omit<SimulationInput, 'parameters'>>) {
  const { record, log, text } = runRecomputed(
    input({
      pools: [],
      jobs: [],
      tasks: [],
      until: { kind: 'time', at: seconds(3000) },
      ...settings,
      operations: requestsOf(requests),
      parameters: { 'node.creating_to_idle_s': { constant: 40 } },
    }),
  );
  return { record, text, states: nodeStatesOf(log) };
}

const add = (settings: Partial<PoolInput> = {}): Operation => ({
  kind: 'addPool',
  pool: pool({ id: 'later', targetDedicatedNodes: 1, ...settings }),
});
const remove: Operation = { kind: 'deletePool', poolId: 'later' };
const at = (...times: number[]) => ({ kind: 'at', at: times.map(seconds) }) as const;

const unusable = (...times: number[]): Fault => ({
  kind: 'nodeUnusable',
  poolId: 'Later',
  times: at(...times),
  nodes: { kind: 'share', share: 1 },
  recovery: 'never',
});

/** No node is to be had from `from` on, for some seconds. */
const noNodes = (from: number, duration: number): Fault => ({
  kind: 'allocationFailure',
  poolId: 'later',
  times: at(from),
  lasts: seconds(duration),
  share: 1,
  nodeKind: undefined,
  code: 'AllocationFailed',
});

describe('a fault of a pool that an operation adds', () => {
  it('strikes its nodes once it is there, and none before', () => {
    const { record, states } = play([[100, add()]], { faults: [unusable(50, 300)] });
    expect(states).toEqual(['100 creating', '120 starting', '140 idle', '300 unusable']);
    expect(record.faults).toMatchObject([
      { poolId: 'Later', occurrences: 2, nodes: 1, strikes: [{ nodes: 0 }, { nodes: 1 }] },
    ]);
  });

  it('strikes the next pool of its id when the first is deleted', () => {
    const { record } = play(
      [
        [0, add()],
        [100, remove],
        [1000, add({ targetDedicatedNodes: 3 })],
      ],
      { faults: [unusable(900, 1500)] },
    );
    expect(record.faults).toMatchObject([{ strikes: [{ nodes: 0 }, { nodes: 3 }] }]);
  });

  it('preempts its spot nodes at a rate', () => {
    const rate = { kind: 'rate', perNodeHour: 6 } as const;
    const nodes = { kind: 'share', share: 1 } as const;
    const fault: Fault = { kind: 'preemption', poolId: 'later', times: rate, nodes };
    const spot = add({ targetDedicatedNodes: 0, targetLowPriorityNodes: 20 });
    const { record } = play([[100, spot]], { faults: [fault] });
    const { preemptions } = record.pools[0]!.nodes.spot;
    expect(preemptions).toBeGreaterThan(20);
    expect(record.faults).toMatchObject([{ occurrences: preemptions }]);
    expect(play([[100, spot]], {}).record.pools[0]!.nodes.spot.preemptions).toBe(0);
  });

  it('that lasts meets it when it is created meanwhile, and leaves it when it is over', () => {
    const retried: Requests = [
      [100, add()],
      [400, { kind: 'resizePool', poolId: 'later', targetDedicatedNodes: 2 }],
      [700, { kind: 'resizePool', poolId: 'later', targetDedicatedNodes: 1 }],
    ];
    const { record, states } = play(retried, { faults: [noNodes(50, 600)] });
    expect(record.pools[0]!.resizeResults).toMatchObject({ AllocationFailed: 2, Success: 1 });
    expect(states).toEqual(['700 creating', '720 starting', '740 idle']);
  });

  it('that lasts goes over from a deleted pool to the next of its id', () => {
    const again: Requests = [
      [0, add()],
      [100, remove],
      [400, add()],
      [1500, { kind: 'resizePool', poolId: 'later', targetDedicatedNodes: 2 }],
    ];
    const { record } = play(again, { faults: [noNodes(50, 1000)] });
    expect(record.pools.map(({ resizeResults }) => resizeResults)).toMatchObject([
      { Success: 2 },
      { AllocationFailed: 1, Success: 1 },
    ]);
    expect(record.faults).toMatchObject([{ strikes: [{ atSeconds: 50, endSeconds: 1050 }] }]);
  });
});

describe('a new operating system for a pool that an operation adds', () => {
  const automatic = add({
    upgradePolicy: {
      mode: 'automatic',
      enableAutomaticOSUpgrade: true,
      osRollingUpgradeDeferral: false,
      useRollingUpgradePolicy: false,
      rollingUpgradePolicy: {
        maxBatchInstancePercent: 20,
        maxUnhealthyInstancePercent: 20,
        maxUnhealthyUpgradedInstancePercent: 20,
        pauseTimeBetweenBatches: 0,
      },
    },
  });
  const osUpgrades = [50, 500].map((time) => ({ at: seconds(time), poolId: 'later' }));

  it('comes to nothing before it is there, and is rolled out afterwards', async () => {
    const { record, text } = play([[100, automatic]], { osUpgrades });
    expect(record.osUpgrades).toMatchObject([
      { poolId: 'later', atSeconds: 50, endSeconds: 50, nodes: 0, result: 'NoPool' },
      { poolId: 'later', atSeconds: 500, nodes: 1, result: 'Completed' },
    ]);
    const { entries } = await lifeOf(text, { kind: 'pool', poolId: 'later' });
    expect(entries[0]).toMatchObject({
      t: 50_000,
      text: 'a new operating system was there, and no pool of that id',
    });
  });

  it('comes to nothing once it is deleted', () => {
    const { record } = play(
      [
        [0, automatic],
        [300, remove],
      ],
      { osUpgrades },
    );
    expect(record.osUpgrades!.map(({ result }) => result)).toEqual(['Stopped', 'NoPool']);
  });
});
