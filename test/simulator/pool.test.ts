import { describe, expect, it } from 'vitest';

import {
  simulate,
  type AccountInput,
  type Parameters,
  type PoolInput,
} from '../../src/simulator/index.js';
import { input, latest, pool, scaledPool, seconds } from '../support/simulation-input.js';

const untilSeconds = (at: number) => ({ kind: 'time', at: seconds(at) }) as const;

describe('a pool with fixed targets', () => {
  it('allocates, boots and bills its nodes from state creating', () => {
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 2, targetLowPriorityNodes: 1 })],
        tasks: [],
        until: untilSeconds(1000),
        parameters: {
          'alloc.first_node_s': { constant: 100 },
          'alloc.extra_node_s': { constant: 10 },
          'node.creating_to_idle_s': { constant: 60 },
        },
      }),
    );
    const { dedicated, spot } = record.pools[0]!.nodes;
    // First node after 100 s, the second 10 s x 2 later; 60 s of boot each; then idle to the end.
    expect(dedicated).toMatchObject({
      allocated: 2,
      bootingSeconds: 120,
      idleSeconds: 840 + 820,
      presentSeconds: 900 + 880,
      billedSeconds: 900 + 880,
      peakNodes: 2,
    });
    expect(spot).toMatchObject({ allocated: 1, presentSeconds: 900 });
    expect(record.pools[0]!.peakNodes).toBe(3);
    expect(record.pools[0]!.resizeResults).toEqual({ Success: 1 });
  });

  it('bills from starting when bill.from says so, and rounds each node up to the quantum', () => {
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 1 })],
        tasks: [],
        until: untilSeconds(1000),
        parameters: {
          'node.creating_to_idle_s': { constant: 60 },
          'bill.from': 'starting',
          'bill.quantum_s': 3600,
        },
      }),
    );
    expect(record.pools[0]!.nodes.dedicated.billedSeconds).toBe(3600);
    expect(record.pools[0]!.series.billedDedicatedSeconds.reduce((a, b) => a + b)).toBe(970);
  });

  it('lets tasks wait for the start task, unless waitForSuccess is false', () => {
    const startOf = (waitForSuccess: boolean) =>
      simulate(
        input({
          pools: [pool({ targetDedicatedNodes: 1, startTask: { runTime: 45, waitForSuccess } })],
          tasks: [{ runs: 10 }],
        }),
      ).wait.totalSeconds;
    expect(startOf(true)).toBe(45);
    expect(startOf(false)).toBe(0);
  });

  it('gives up missing dedicated nodes at resizeTimeout and keeps what it has', () => {
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 5, resizeTimeout: seconds(300) })],
        tasks: [{ runs: 10 }],
        parameters: {
          'alloc.first_node_s': { constant: 200 },
          'alloc.extra_node_s': { constant: 100 },
        },
      }),
    );
    expect(record.pools[0]!.resizeResults).toEqual({ AllocationTimedout: 1 });
    expect(record.pools[0]!.nodes.dedicated.allocated).toBe(1);
    expect(record.tasks.succeeded).toBe(1);
  });

  it('goes on seeking spot nodes after the timeout', () => {
    const record = simulate(
      input({
        pools: [pool({ targetLowPriorityNodes: 1, resizeTimeout: seconds(300) })],
        tasks: [{ runs: 10 }],
        parameters: { 'alloc.first_node_s': { constant: 2000 } },
      }),
    );
    expect(record.pools[0]!.resizeResults).toEqual({ AllocationTimedout: 1 });
    expect(record.wait.totalSeconds).toBe(2000);
  });
});

describe('autoscale', () => {
  it('evaluates at once when enabled, then every interval', () => {
    const times: number[] = [];
    simulate(
      input({
        pools: [
          scaledPool((view) => {
            times.push(view.now / 10_000_000);
            return {};
          }),
        ],
        tasks: [],
        until: untilSeconds(900),
      }),
    );
    expect(times).toEqual([0, 300, 600, 900]);
  });

  it('sees samples only once they are old enough', () => {
    const seen: number[] = [];
    const run = (delay: number): number[] => {
      seen.length = 0;
      simulate(
        input({
          pools: [
            scaledPool((view) => {
              seen.push(latest(view, '$PendingTasks'));
              return {};
            }),
          ],
          tasks: [
            { at: 271, runs: 1 },
            { at: 299, runs: 1 },
          ],
          until: untilSeconds(300),
          parameters: { 'sample.delay_s': delay },
        }),
      );
      return [...seen];
    };
    // Samples at 270 s and 300 s: with delay 0 the one of this very instant counts.
    expect(run(0)).toEqual([0, 2]);
    expect(run(15)).toEqual([0, 0]);
  });

  it('leaves the pool as it is after a failed evaluation', () => {
    const record = simulate(
      input({
        pools: [
          scaledPool((_, evaluation) =>
            evaluation === 1 ? { error: 'InsufficientSampleData' } : { dedicated: 3 },
          ),
        ],
        tasks: [],
        until: untilSeconds(600),
      }),
    );
    const { autoScale, nodes } = record.pools[0]!;
    expect(autoScale).toMatchObject({ evaluations: 3, failedEvaluations: 1 });
    expect(autoScale!.runs.map((run) => run.error?.code)).toEqual([
      undefined,
      'InsufficientSampleData',
      undefined,
    ]);
    expect(nodes.dedicated).toMatchObject({ allocated: 3, removed: 0 });
  });

  it('may change the target before the old one is reached', () => {
    const record = simulate(
      input({
        pools: [scaledPool((_, evaluation) => ({ dedicated: evaluation === 0 ? 4 : 1 }))],
        tasks: [],
        until: untilSeconds(2000),
        parameters: { 'alloc.first_node_s': { constant: 400 } },
      }),
    );
    expect(record.pools[0]!.resizeResults).toEqual({ Superseded: 1, Success: 1 });
    // Three of the four requests were taken back; the one that stayed keeps its first latency.
    expect(record.pools[0]!.nodes.dedicated).toMatchObject({ allocated: 1, presentSeconds: 1600 });
  });

  it('asks again for missing nodes with the same target, unless the service is said not to', () => {
    const allocated = (again: 'yes' | 'no') =>
      simulate(
        input({
          pools: [scaledPool(() => ({ dedicated: 2 }))],
          tasks: [],
          until: untilSeconds(3000),
          parameters: {
            'autoscale.retry_same_target': again,
            'resize.autoscale_timeout_s': 100,
            'alloc.first_node_s': { constant: 90 },
            'alloc.extra_node_s': { constant: 10 },
          },
        }),
      ).pools[0]!.nodes.dedicated.allocated;
    expect(allocated('no')).toBe(1);
    expect(allocated('yes')).toBe(2);
  });

  it('loses samples at the given rate, and never the same for another seed', () => {
    const missing = (seed: string) => {
      let count = 0;
      simulate(
        input({
          seed,
          pools: [
            scaledPool(
              (view) => {
                const { ring, length } = view.samples('$ActiveTasks')!;
                count = ring.subarray(0, length).filter(Number.isNaN).length;
                return {};
              },
              { interval: 90_000 },
            ),
          ],
          tasks: [],
          until: untilSeconds(90_000),
          parameters: { 'sample.loss': 0.25 },
        }),
      );
      return count;
    };
    // 3001 samples: 750 expected, standard deviation 24.
    expect(missing('a')).toBeGreaterThan(650);
    expect(missing('a')).toBeLessThan(850);
    expect(missing('a')).not.toBe(missing('b'));
  });
});

describe('deallocation options', () => {
  /** One node runs a task of 1000 s when the target falls to 0 at 300 s. */
  const shrink = (
    option: 'requeue' | 'terminate' | 'taskcompletion' | 'retaineddata',
    later = 0,
    until?: number,
  ) =>
    simulate(
      input({
        pools: [
          scaledPool((_, evaluation) => ({
            dedicated: evaluation === 0 ? 1 : evaluation > 6 ? later : 0,
            option,
          })),
        ],
        jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0, retentionTime: seconds(7200) }],
        tasks: [{ runs: 1000 }],
        ...(until === undefined ? {} : { until: untilSeconds(until) }),
      }),
    );

  it('requeue stops the task and runs it again later', () => {
    const record = shrink('requeue', 1);
    expect(record.tasks).toMatchObject({ succeeded: 1, requeues: 1, retries: 0, attempts: 2 });
    expect(record.makespanSeconds).toBe(2100 + 1000);
  });

  it('terminate completes the task as failed for good', () => {
    const record = shrink('terminate', 1);
    expect(record.tasks).toMatchObject({ succeeded: 0, terminated: 1, requeues: 0, attempts: 1 });
    expect(record.pools[0]!.nodes.dedicated.leavingSeconds).toBe(0);
  });

  it('taskcompletion lets the task end, then the node leaves', () => {
    const record = shrink('taskcompletion');
    expect(record.tasks).toMatchObject({ succeeded: 1, requeues: 0 });
    expect(record.pools[0]!.nodes.dedicated).toMatchObject({
      presentSeconds: 1000,
      leavingSeconds: 700,
      removed: 1,
    });
  });

  it('retaineddata keeps the node until the data of its task have expired', () => {
    const record = shrink('retaineddata');
    expect(record.pools[0]!.nodes.dedicated).toMatchObject({
      presentSeconds: 1000 + 7200,
      removed: 1,
    });
  });

  it('keeps the resize open while tasks drain', () => {
    expect(shrink('taskcompletion', 0, 900).pools[0]!.resizeResults).toEqual({ Success: 1 });
    expect(shrink('taskcompletion', 0, 1100).pools[0]!.resizeResults).toEqual({ Success: 2 });
  });

  it('gives a draining node no new task', () => {
    const record = simulate(
      input({
        pools: [
          scaledPool(
            (_, evaluation) => ({ dedicated: evaluation === 0 ? 1 : 0, option: 'taskcompletion' }),
            { taskSlotsPerNode: 4 },
          ),
        ],
        tasks: [{ runs: 1000 }, { at: 400, runs: 10 }],
        until: untilSeconds(3000),
      }),
    );
    expect(record.tasks).toMatchObject({ succeeded: 1, active: 1, neverStarted: 1 });
  });
});

describe('shrinking', () => {
  const leaveOne = (order: 'idle-first' | 'newest-first' | 'oldest-first') =>
    simulate(
      input({
        pools: [
          scaledPool((_, evaluation) => ({
            dedicated: evaluation === 0 ? 3 : 2,
            option: 'requeue',
          })),
        ],
        // Nodes 0 and 2 are busy (spread takes the lowest number), node 1 is idle again at 300 s.
        tasks: [
          { at: 0, runs: 5000 },
          { at: 0, runs: 100 },
          { at: 0, runs: 5000 },
        ],
        parameters: { 'shrink.order': order },
      }),
    ).tasks.requeues;

  it('takes the idle node first by default', () => {
    expect(leaveOne('idle-first')).toBe(0);
  });

  it('takes a busy node when age alone decides', () => {
    expect(leaveOne('newest-first')).toBe(1);
    expect(leaveOne('oldest-first')).toBe(1);
  });
});

describe('preemption', () => {
  const preempted = (
    parameters: Partial<Parameters>,
    settings: Partial<PoolInput> = {},
    seed = '3',
  ) =>
    simulate(
      input({
        seed,
        pools: [pool({ targetLowPriorityNodes: 1, ...settings })],
        tasks: Array.from({ length: 8 }, () => ({ runs: 1800 })),
        until: untilSeconds(100_000),
        parameters: {
          'preempt.rate_per_hour': 1,
          'preempt.return_s': { constant: 500 },
          ...parameters,
        },
      }),
    );

  it('runs the task again under no retry and no requeue, on the same node', () => {
    const record = preempted({});
    const { spot } = record.pools[0]!.nodes;
    expect(record.tasks).toMatchObject({ succeeded: 8, retries: 0, requeues: 0 });
    expect(record.tasks.recoveries).toBeGreaterThan(0);
    expect(record.tasks.attempts).toBe(record.tasks.recoveries + 8);
    expect(spot.preemptions).toBeGreaterThanOrEqual(record.tasks.recoveries);
    expect(spot).toMatchObject({ allocated: 1, removed: 0 });
  });

  it('leaves the node in the pool, counted and not billed, until it returns', () => {
    const { spot } = preempted({}).pools[0]!.nodes;
    expect(spot.presentSeconds).toBe(100_000);
    expect(spot.preemptedSeconds).toBeGreaterThan(0);
    expect(spot.preemptedSeconds % 500).toBe(0);
    const billed = spot.presentSeconds - spot.preemptedSeconds;
    expect(spot.billedSeconds).toBeGreaterThanOrEqual(billed);
    expect(spot.billedSeconds).toBeLessThanOrEqual(billed + spot.preemptions + 1);
  });

  it('counts as a requeue where the parameter says so', () => {
    const { tasks } = preempted({ 'preempt.raises_requeueCount': 'yes' });
    expect(tasks.requeues).toBe(tasks.recoveries);
    expect(tasks.requeues).toBeGreaterThan(0);
  });

  it('never happens to dedicated nodes, nor at rate 0', () => {
    const dedicated = preempted({}, { targetLowPriorityNodes: 0, targetDedicatedNodes: 1 });
    expect(dedicated.tasks).toMatchObject({ succeeded: 8, recoveries: 0 });
    expect(preempted({ 'preempt.rate_per_hour': 0 }).tasks.recoveries).toBe(0);
  });

  it('comes at the given rate', () => {
    const record = simulate(
      input({
        pools: [pool({ targetLowPriorityNodes: 100 })],
        tasks: [],
        until: untilSeconds(36_000),
        parameters: { 'preempt.rate_per_hour': 2, 'preempt.return_s': { constant: 0 } },
      }),
    );
    // Poisson with mean 2000, standard deviation 45.
    expect(record.pools[0]!.nodes.spot.preemptions).toBeGreaterThan(1850);
    expect(record.pools[0]!.nodes.spot.preemptions).toBeLessThan(2150);
  });

  it('is what $PreemptedNodeCount shows, and preempted nodes leave first', () => {
    const seen: number[] = [];
    const record = simulate(
      input({
        seed: '5',
        pools: [
          scaledPool((view, evaluation) => {
            seen.push(latest(view, '$PreemptedNodeCount'));
            return { spot: evaluation < 3 ? 10 : Math.max(0, 10 - seen.at(-1)!) };
          }),
        ],
        tasks: [],
        until: untilSeconds(900),
        parameters: { 'preempt.rate_per_hour': 4, 'preempt.return_s': { constant: 1e6 } },
      }),
    );
    expect(seen.at(-1)).toBeGreaterThan(0);
    expect(record.pools[0]!.nodes.spot.removed).toBe(seen.at(-1));
    expect(record.pools[0]!.nodes.spot.preemptions).toBe(seen.at(-1));
  });
});

describe('core quotas', () => {
  const nodes = (account: AccountInput, settings: Partial<PoolInput> = {}) => {
    const record = simulate(
      input({
        account,
        pools: [
          pool({
            targetDedicatedNodes: 10,
            targetLowPriorityNodes: 10,
            cores: 4,
            vmFamily: 'standardDSv5Family',
            ...settings,
          }),
        ],
        tasks: [],
        until: untilSeconds(1000),
      }),
    );
    const { dedicated, spot } = record.pools[0]!.nodes;
    const errors = record.pools[0]!.resizeErrors.map(({ code }) => code);
    return { dedicated: dedicated.allocated, spot: spot.allocated, errors };
  };

  it('allocate up to the quota of each kind and report it', () => {
    expect(nodes({ dedicatedCoreQuota: 15, lowPriorityCoreQuota: 100 })).toEqual({
      dedicated: 3,
      spot: 10,
      errors: ['AccountCoreQuotaReached'],
    });
    expect(nodes({ lowPriorityCoreQuota: 8 })).toEqual({
      dedicated: 10,
      spot: 2,
      errors: ['AccountLowPriorityCoreQuotaReached'],
    });
  });

  it('limit dedicated cores of a family as well as their total', () => {
    const account = {
      dedicatedCoreQuota: 100,
      dedicatedCoreQuotaPerVMFamily: new Map([['standardDSv5Family', 20]]),
    };
    expect(nodes(account).dedicated).toBe(5);
    expect(nodes(account, { vmFamily: 'other' }).dedicated).toBe(10);
  });

  it('do not limit a pool whose cores are not known', () => {
    const record = simulate(
      input({
        account: { dedicatedCoreQuota: 0 },
        pools: [pool({ targetDedicatedNodes: 2 })],
        tasks: [],
        until: untilSeconds(10),
      }),
    );
    expect(record.pools[0]!.nodes.dedicated.allocated).toBe(2);
  });

  it('come on top of the hard limit of 100 nodes with inter-node communication (section 7)', () => {
    const together = {
      targetDedicatedNodes: 90,
      targetLowPriorityNodes: 40,
      enableInterNodeCommunication: true,
    };
    expect(nodes({}, together)).toEqual({ dedicated: 90, spot: 10, errors: ['AllocationFailed'] });
    expect(nodes({ dedicatedCoreQuota: 40 }, together)).toEqual({
      dedicated: 10,
      spot: 40,
      errors: ['AccountCoreQuotaReached'],
    });
    expect(nodes({}, { ...together, enableInterNodeCommunication: false })).toEqual({
      dedicated: 90,
      spot: 40,
      errors: [],
    });
  });

  it('come on top of the limit of 80 such nodes in a user subscription (section 7)', () => {
    const together = {
      targetDedicatedNodes: 70,
      targetLowPriorityNodes: 40,
      enableInterNodeCommunication: true,
    };
    expect(nodes({ poolAllocationMode: 'UserSubscription' }, together)).toEqual({
      dedicated: 70,
      spot: 10,
      errors: ['AllocationFailed'],
    });
  });

  it('come on top of the limits of pools from a managed image (section 7)', () => {
    const many = { targetDedicatedNodes: 2100, targetLowPriorityNodes: 1100 };
    expect(nodes({}, { ...many, usesManagedImage: true })).toEqual({
      dedicated: 2000,
      spot: 1000,
      errors: ['AllocationFailed', 'AllocationFailed'],
    });
    expect(nodes({}, many)).toEqual({ dedicated: 2100, spot: 1100, errors: [] });
  });

  it('are shared by the pools of the account', () => {
    const shared = { targetDedicatedNodes: 3, cores: 8 };
    const record = simulate(
      input({
        account: { dedicatedCoreQuota: 40 },
        pools: [pool({ id: 'first', ...shared }), pool({ id: 'second', ...shared })],
        tasks: [],
        until: untilSeconds(10),
      }),
    );
    expect(record.pools.map(({ nodes }) => nodes.dedicated.allocated)).toEqual([3, 2]);
  });
});
