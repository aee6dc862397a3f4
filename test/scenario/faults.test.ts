import { describe, expect, it } from 'vitest';

import { load, loadInput, renderAll } from '../support/memory-files.js';
import { minutes } from '../support/simulation-input.js';

const scenario = (faults: string): string => `start: 2026-03-02T08:00:00Z
until: PT1H
pools:
  - { id: other, vmSize: Standard_D4s_v5, targetDedicatedNodes: 2 }
  - { id: render, vmSize: Standard_D4s_v5, targetLowPriorityNodes: 2 }
jobs: []
faults:
${faults}
`;

describe('faults of a scenario', () => {
  const faultsOf = async (faults: string) => (await loadInput(scenario(faults))).faults!;

  it('strike at a time, at a list of times, regularly or at a rate', async () => {
    const found = await faultsOf(`
  - { kind: preemption, poolId: render, at: PT10M }
  - { kind: preemption, poolId: render, at: [PT20M, 2026-03-02T08:10:00Z], count: 1 }
  - { kind: nodeUnusable, poolId: Render, every: PT10M, from: 0, until: PT30M, share: 0.5 }
  - { kind: nodeUnknown, poolId: other, every: PT10M, nodes: { state: idle, first: 1 } }
  - { kind: nodeUnknown, poolId: other, ratePerNodeHour: 0.1 }`);
    expect(found.map(({ times }) => times)).toEqual([
      { kind: 'at', at: [minutes(10)] },
      { kind: 'at', at: [minutes(10), minutes(20)] },
      { kind: 'every', every: minutes(10), from: 0, until: minutes(30) },
      { kind: 'every', every: minutes(10), from: minutes(10), until: Infinity },
      { kind: 'rate', perNodeHour: 0.1 },
    ]);
    expect(found.map((fault) => 'nodes' in fault && fault.nodes)).toEqual([
      { kind: 'share', share: 1 },
      { kind: 'count', count: 1 },
      { kind: 'share', share: 0.5 },
      { kind: 'chosen', nodes: { states: ['idle'], first: 1 } },
      { kind: 'share', share: 1 },
    ]);
    expect(found.map((fault) => 'poolId' in fault && fault.poolId)).toEqual([
      'render',
      'render',
      'render',
      'other',
      'other',
    ]);
  });

  it('say how long nodes are away', async () => {
    const found = await faultsOf(`
  - { kind: nodeUnusable, poolId: render, at: 1 }
  - { kind: nodeUnusable, poolId: render, at: 1, recovery: never }
  - { kind: nodeUnusable, poolId: render, at: 1, recovery: PT10M }
  - { kind: nodeUnusable, poolId: render, at: 1, recovery: { uniform: [10, 20] } }`);
    expect(found.map((fault) => 'recovery' in fault && fault.recovery)).toEqual([
      'usual',
      'never',
      { constant: 600 },
      { uniform: [10, 20] },
    ]);
  });

  it('last for a time or to the end', async () => {
    const found = await faultsOf(`
  - { kind: allocationFailure, poolId: render, at: 1, for: PT30M, nodeKind: spot, code: Unknown, share: 0.5 }
  - { kind: allocationDelay, poolId: render, at: 1, delay: { exponential: { mean: 60 } } }
  - { kind: startTaskFailure, poolId: render, at: 1, for: PT1M }
  - { kind: sampleLoss, poolId: render, at: 1, for: PT1M, share: 0.2 }
  - { kind: sampleDelay, poolId: render, at: 1, for: PT1M, delay: PT2M }`);
    const times = { kind: 'at', at: [4000] };
    expect(found).toEqual([
      {
        kind: 'allocationFailure',
        poolId: 'render',
        times,
        lasts: minutes(30),
        share: 0.5,
        nodeKind: 'spot',
        code: 'Unknown',
      },
      {
        kind: 'allocationDelay',
        poolId: 'render',
        times,
        lasts: Infinity,
        delay: { exponential: { mean: 60 } },
      },
      { kind: 'startTaskFailure', poolId: 'render', times, lasts: minutes(1), share: 1 },
      { kind: 'sampleLoss', poolId: 'render', times, lasts: minutes(1), share: 0.2 },
      { kind: 'sampleDelay', poolId: 'render', times, lasts: minutes(1), delay: minutes(2) },
    ]);
  });

  it('may change the quotas of the account', async () => {
    const [change] = await faultsOf(
      '  - { kind: quotaChange, at: PT1M, lowPriorityCoreQuota: 8, dedicatedCoreQuotaPerVMFamily: [{ name: dsv5, coreQuota: 4 }] }',
    );
    expect(change).toEqual({
      kind: 'quotaChange',
      times: { kind: 'at', at: [minutes(1)] },
      quota: { lowPriorityCoreQuota: 8, dedicatedCoreQuotaPerVMFamily: new Map([['dsv5', 4]]) },
    });
  });

  it('strike pools that operations add, too', async () => {
    const operation =
      'operations:\n  - { at: 1, operation: addPool, pool: { id: Late, vmSize: s, targetDedicatedNodes: 1 } }\n';
    const faults = '  - { kind: preemption, poolId: late, at: 5 }';
    const { faults: found } = await loadInput(`${scenario(faults)}${operation}`);
    expect(found).toMatchObject([{ poolId: 'Late' }]);
  });

  it.each([
    [
      'no time',
      'kind: preemption, poolId: render',
      'one of the keys at, every and ratePerNodeHour',
    ],
    [
      'two times',
      'kind: preemption, poolId: render, at: 1, every: 5',
      'one of the keys at, every and ratePerNodeHour',
    ],
    ['an endless moment', 'kind: sampleLoss, poolId: render, every: 0', 'every above 0'],
    [
      'nodes beside a rate',
      'kind: preemption, poolId: render, ratePerNodeHour: 1, count: 3',
      'none beside ratePerNodeHour',
    ],
    ['an unknown kind', 'kind: premption, poolId: render, at: 1', 'did you mean preemption?'],
    ['an unknown pool', 'kind: preemption, poolId: rendr, at: 1', 'did you mean render?'],
    ['a misspelt key', 'kind: preemption, poolId: render, at: 1, shar: 0.5', 'did you mean share?'],
    [
      'an unknown code',
      'kind: allocationFailure, poolId: render, at: 1, code: AllocationFaild',
      'did you mean AllocationFailed?',
    ],
    [
      'a time before the start',
      'kind: preemption, poolId: render, at: 2026-03-01T00:00:00Z',
      'before the start',
    ],
  ])('%s is an error', async (_, fault, text) => {
    expect(renderAll(await load(scenario(`  - { ${fault} }`)))).toContain(text);
  });
});
