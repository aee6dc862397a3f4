import { describe, expect, it } from 'vitest';

import {
  simulate,
  type Fault,
  type Operation,
  type Parameters,
  type PoolInput,
  type StruckNodes,
} from '../../src/simulator/index.js';
import { nodeStatesOf } from '../support/log-extracts.js';
import { requestsOf, runLogged, type Requests } from '../support/logged-run.js';
import {
  input,
  latest,
  pool,
  scaledPool,
  seconds,
  type TestTask,
} from '../support/simulation-input.js';
import { preparationTask } from '../support/special-tasks.js';

interface Story {
  readonly faults: readonly Fault[];
  readonly pool?: PoolInput;
  readonly tasks?: readonly TestTask[];
  readonly operations?: Requests;
  readonly account?: {
    readonly dedicatedCoreQuota?: number;
    readonly lowPriorityCoreQuota?: number;
  };
  readonly parameters?: Partial<Parameters>;
  readonly until?: number;
}

function play({ faults, tasks = [], operations = [], until = 3000, ...story }: Story) {
  const { record, log } = runLogged(
    input({
      pools: [story.pool ?? pool({ targetDedicatedNodes: 1 })],
      tasks,
      faults,
      until: { kind: 'time', at: seconds(until) },
      operations: requestsOf(operations),
      parameters: {
        'node.creating_to_idle_s': { constant: 40 },
        'preempt.return_s': { constant: 100 },
        'node.recovery_s': { constant: 300 },
        ...story.parameters,
      },
      ...(story.account === undefined ? {} : { account: story.account }),
    }),
  );
  return { record, log, states: nodeStatesOf(log), pool: record.pools[0]! };
}

const at = (...times: number[]) => ({ kind: 'at', at: times.map(seconds) }) as const;
const all: StruckNodes = { kind: 'share', share: 1 };
const booted = ['0 creating', '20 starting', '40 idle'];

describe('a fault of nodes', () => {
  type NodeFault = Extract<Fault, { kind: 'nodeUnusable' | 'nodeUnknown' }>;
  const fault = (more: Partial<NodeFault> = {}): Fault => ({
    kind: 'nodeUnusable',
    poolId: 'pool',
    times: at(100),
    nodes: all,
    recovery: 'usual',
    ...(more as object),
  });

  it('makes them unusable, counted and billed, until they come back through starting', () => {
    const { states, pool: found, record } = play({ faults: [fault()] });
    expect(states).toEqual([...booted, '100 unusable', '400 starting', '420 idle']);
    expect(found.nodes.dedicated).toMatchObject({ unavailableSeconds: 300, billedSeconds: 3000 });
    expect(record.faults).toEqual([
      {
        kind: 'nodeUnusable',
        poolId: 'pool',
        occurrences: 1,
        nodes: 1,
        strikes: [{ atSeconds: 100, nodes: 1 }],
      },
    ]);
  });

  it('or unknown, until contact is back', () => {
    expect(play({ faults: [fault({ kind: 'nodeUnknown' })] }).states).toEqual([
      ...booted,
      '100 unknown',
      '400 idle',
    ]);
  });

  it('recovers their tasks, which is neither a retry nor a requeue', () => {
    const { record } = play({ faults: [fault()], tasks: [{ runs: 500 }] });
    expect(record.tasks).toMatchObject({
      attempts: 2,
      recoveries: 1,
      retries: 0,
      requeues: 0,
      succeeded: 1,
    });
    expect(record.makespanSeconds).toBe(420 + 500);
  });

  it('that the service never recovers can be repaired by a reboot', () => {
    const reboot: Operation = { kind: 'rebootNode', poolId: 'pool', nodes: {} };
    const story = { faults: [fault({ recovery: 'never' })] };
    expect(play(story).states.at(-1)).toBe('100 unusable');
    expect(
      play({
        ...story,
        operations: [[500, reboot]],
        parameters: { 'node.reboot_s': { constant: 30 } },
      }).states.slice(-3),
    ).toEqual(['500 rebooting', '530 starting', '550 idle']);
  });

  it('strikes a share or a number of them, drawn, or chosen ones', () => {
    const struck = (nodes: StruckNodes) =>
      play({ faults: [fault({ nodes })], pool: pool({ targetDedicatedNodes: 10 }) }).record
        .faults![0]!.nodes;
    expect(struck({ kind: 'share', share: 0.34 })).toBe(3);
    expect(struck({ kind: 'count', count: 4 })).toBe(4);
    expect(struck({ kind: 'count', count: 40 })).toBe(10);
    expect(struck({ kind: 'chosen', nodes: { numbers: [2, 5] } })).toBe(2);
  });

  it('lets a node that is on its way out go at once', () => {
    const shrink: Operation = {
      kind: 'resizePool',
      poolId: 'pool',
      targetDedicatedNodes: 0,
      nodeDeallocationOption: 'taskcompletion',
    };
    const { record, pool: found } = play({
      faults: [fault()],
      tasks: [{ runs: 5000 }],
      operations: [[90, shrink]],
    });
    expect(found.nodes.dedicated).toMatchObject({ removed: 1, presentSeconds: 100 });
    expect(record.tasks).toMatchObject({ recoveries: 1, active: 1 });
  });

  it('leaves before idle nodes do when the pool shrinks, unless chance decides', () => {
    const shrink: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 9 };
    const unusable = (order: Parameters['shrink.order'], seed: number) =>
      play({
        faults: [
          fault({ nodes: { kind: 'chosen', nodes: { numbers: [seed] } }, recovery: 'never' }),
        ],
        pool: pool({ targetDedicatedNodes: 10 }),
        operations: [[1000, shrink]],
        parameters: { 'shrink.order': order },
      }).pool.nodes.dedicated.unavailableSeconds;
    // Unusable from 100 to 1000, or to the end of the run.
    expect([1, 5, 10].map((number) => unusable('idle-first', number))).toEqual([900, 900, 900]);
    const byChance = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => unusable('random', number));
    expect(byChance.toSorted((a, b) => a - b)).toEqual([900, ...Array<number>(9).fill(2900)]);
  });

  it('takes the place of a reboot that waits for tasks', () => {
    const reboot: Operation = {
      kind: 'rebootNode',
      poolId: 'pool',
      nodes: {},
      nodeRebootOption: 'taskcompletion',
    };
    expect(
      play({ faults: [fault()], tasks: [{ runs: 500 }], operations: [[90, reboot]] }).states,
    ).toEqual([
      ...booted,
      '40 running',
      '100 unusable',
      '400 starting',
      '420 idle',
      '420 running',
      '920 idle',
    ]);
  });

  it('strikes each node at its rate', () => {
    const { record } = play({
      faults: [
        fault({
          times: { kind: 'rate', perNodeHour: 2 },
          recovery: { constant: 0 },
        }),
      ],
      pool: pool({ targetDedicatedNodes: 100 }),
      until: 7200,
      parameters: { 'node.creating_to_idle_s': { constant: 0 } },
    });
    // Poisson with mean 100 nodes x 2 h x 2 an hour, standard deviation 20.
    const { occurrences } = record.faults![0]!;
    expect(occurrences).toBeGreaterThan(320);
    expect(occurrences).toBeLessThan(480);
  });

  it('leaves nodes that boot alone when it is a loss of contact', () => {
    const early = fault({ kind: 'nodeUnknown', times: at(10, 30) });
    expect(play({ faults: [early] }).record.faults![0]).toMatchObject({ occurrences: 2, nodes: 0 });
  });
});

describe('preemption', () => {
  const spot = pool({ targetLowPriorityNodes: 10, targetDedicatedNodes: 2 });
  const storm = (more: Partial<Extract<Fault, { kind: 'preemption' }>> = {}): Fault => ({
    kind: 'preemption',
    poolId: 'pool',
    times: at(1000),
    nodes: { kind: 'share', share: 0.6 },
    ...more,
  });

  it('as a storm takes a share of the spot nodes at one time', () => {
    const { record, pool: found } = play({ faults: [storm()], pool: spot });
    expect(found.nodes.spot.preemptions).toBe(6);
    expect(found.nodes.dedicated.preemptions).toBe(0);
    expect(found.nodes.spot.preemptedSeconds).toBe(600);
    expect(record.faults).toEqual([
      {
        kind: 'preemption',
        poolId: 'pool',
        occurrences: 1,
        nodes: 6,
        strikes: [{ atSeconds: 1000, nodes: 6 }],
      },
    ]);
  });

  it('follows a trace of times', () => {
    const trace = storm({ times: at(500, 1000, 2500), nodes: { kind: 'count', count: 1 } });
    const { log } = play({ faults: [trace], pool: spot });
    const times = log
      .filter(({ event, body }) => event === 'NodeStateChange' && body['to'] === 'preempted')
      .map(({ t }) => t / 1000);
    expect(times).toEqual([500, 1000, 2500]);
  });

  it('comes regularly, from a time and until a time', () => {
    const every = storm({
      times: { kind: 'every', every: seconds(400), from: seconds(600), until: seconds(1500) },
    });
    expect(play({ faults: [every], pool: spot }).record.faults![0]!.occurrences).toBe(3);
  });

  it('at a rate takes the place of the parameter in its pool', () => {
    const rate = storm({ times: { kind: 'rate', perNodeHour: 2 } });
    const preemptions = (faults: readonly Fault[]) =>
      play({ faults, pool: spot, parameters: { 'preempt.rate_per_hour': 1000 } }).pool.nodes.spot
        .preemptions;
    // Ten nodes, 3000 s, twice an hour: about 16; at the rate of the parameter they would be preempted all the time.
    expect(preemptions([rate])).toBeLessThan(40);
    expect(preemptions([])).toBeGreaterThan(150);
  });

  it('cannot take a deallocated node, whose VM is gone already', () => {
    const { states } = play({
      faults: [storm({ nodes: all })],
      pool: pool({ targetLowPriorityNodes: 1 }),
      operations: [[900, { kind: 'deallocateNode', poolId: 'pool', nodes: {} }]],
      parameters: { 'node.deallocating_s': { constant: 10 } },
    });
    expect(states.at(-1)).toBe('910 deallocated');
  });
});

describe('a fault of allocation', () => {
  const failure = (more: Partial<Extract<Fault, { kind: 'allocationFailure' }>> = {}): Fault => ({
    kind: 'allocationFailure',
    poolId: 'pool',
    times: at(0),
    lasts: seconds(1000),
    share: 1,
    nodeKind: undefined,
    code: 'AllocationFailed',
    ...more,
  });

  it('ends the resize with its code, and dedicated nodes come when somebody asks again', () => {
    const resize: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 3 };
    const story: Story = { faults: [failure()], pool: pool({ targetDedicatedNodes: 3 }) };
    expect(play(story).pool).toMatchObject({
      resizeResults: { AllocationFailed: 1 },
      resizeErrors: [{ code: 'AllocationFailed' }],
      nodes: { dedicated: { allocated: 0 } },
    });
    expect(play({ ...story, operations: [[1500, resize]] }).pool).toMatchObject({
      resizeResults: { AllocationFailed: 1, Success: 1 },
      nodes: { dedicated: { allocated: 3 } },
    });
  });

  it('lets the pool seek its spot nodes until the fault is over', () => {
    const { states } = play({ faults: [failure()], pool: pool({ targetLowPriorityNodes: 1 }) });
    // Asked for at 0 and then every 60 s; 1020 is the first time after 1000.
    expect(states[0]).toBe('1020 creating');
  });

  it('holds back replacements of preempted nodes', () => {
    const storm: Fault = { kind: 'preemption', poolId: 'pool', times: at(100), nodes: all };
    const { states } = play({
      faults: [storm, failure({ times: at(90), nodeKind: 'spot' })],
      pool: pool({ targetLowPriorityNodes: 1 }),
    });
    // Due at 200; then tried every 60 s until the fault ends at 1090.
    expect(states.slice(3, 5)).toEqual(['100 preempted', '1100 creating']);
  });

  it('strikes one kind of node, or a share of them', () => {
    const counts = (fault: Fault) => {
      const both = pool({ targetDedicatedNodes: 50, targetLowPriorityNodes: 50 });
      const { nodes } = play({ faults: [fault], pool: both, until: 50 }).pool;
      return [nodes.dedicated.allocated, nodes.spot.allocated];
    };
    expect(counts(failure({ nodeKind: 'dedicated' }))).toEqual([0, 50]);
    const [dedicated, spot] = counts(failure({ share: 0.5 }));
    for (const count of [dedicated!, spot!]) {
      expect(count).toBeGreaterThan(10);
      expect(count).toBeLessThan(40);
    }
  });

  it('that is a delay lets nodes come later', () => {
    const delay: Fault = {
      kind: 'allocationDelay',
      poolId: 'pool',
      times: at(0),
      lasts: seconds(10),
      delay: { constant: 250 },
    };
    expect(play({ faults: [delay] }).states[0]).toBe('250 creating');
    expect(play({ faults: [{ ...delay, delay: { constant: 901 } }] }).pool.resizeErrors).toEqual([
      expect.objectContaining({ code: 'AllocationTimedout' }),
    ]);
  });
});

describe('a change of quota', () => {
  const big = pool({ targetDedicatedNodes: 4, targetLowPriorityNodes: 4, cores: 4 });
  const account = { dedicatedCoreQuota: 8, lowPriorityCoreQuota: 8 };

  it('upwards lets missing spot nodes come by themselves, and dedicated ones when asked for', () => {
    const change: Fault = {
      kind: 'quotaChange',
      times: at(1000),
      quota: { lowPriorityCoreQuota: 100, dedicatedCoreQuota: 100 },
    };
    const { nodes } = play({ faults: [change], pool: big, account }).pool;
    expect(nodes.dedicated.allocated).toBe(2);
    expect(nodes.spot.allocated).toBe(4);
  });

  it('downwards takes nothing away, and refuses what comes later', () => {
    const change: Fault = {
      kind: 'quotaChange',
      times: at(1000),
      quota: { dedicatedCoreQuota: 0 },
    };
    const resize: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 3 };
    const found = play({ faults: [change], pool: big, account, operations: [[1500, resize]] }).pool;
    expect(found.nodes.dedicated).toMatchObject({ allocated: 2, removed: 0 });
    expect(found.resizeErrors.map(({ code }) => code)).toContain('AccountCoreQuotaReached');
  });
});

describe('seeking spot nodes', () => {
  const account = { lowPriorityCoreQuota: 4 };
  const change: Fault = { kind: 'quotaChange', times: at(700), quota: { lowPriorityCoreQuota: 8 } };
  const spot = pool({ targetLowPriorityNodes: 2, cores: 4 });

  it('goes on at its period', () => {
    const { log } = play({
      faults: [change],
      pool: spot,
      account,
      parameters: { 'seek.spot_period_s': 200 },
    });
    const created = log.filter(({ body }) => body['to'] === 'creating').map(({ t }) => t / 1000);
    expect(created).toEqual([0, 800]);
  });

  it('ends when the resize was stopped by a user', () => {
    const stop: Operation = { kind: 'stopPoolResize', poolId: 'pool' };
    const { pool: found } = play({
      faults: [],
      pool: spot,
      operations: [[100, stop]],
      parameters: { 'alloc.first_node_s': { constant: 300 } },
    });
    expect(found.nodes.spot.allocated).toBe(0);
  });

  it('is given up by a run that waits for nothing else', () => {
    const record = simulate(
      input({
        pools: [spot],
        tasks: [{ runs: 10 }],
        account: { lowPriorityCoreQuota: 0 },
      }),
    );
    expect(record.end).toMatchObject({
      reason: 'stalled',
      stalledTasks: [{ reason: 'pool pool has sought spot nodes for 8 days' }],
    });
  });
});

describe('a poisoned start task', () => {
  it('fails on the nodes that boot meanwhile', () => {
    const startTask = { runTime: 10, waitForSuccess: true };
    const fault: Fault = {
      kind: 'startTaskFailure',
      poolId: 'pool',
      times: at(0),
      lasts: seconds(200),
      share: 1,
    };
    const reboot: Operation = { kind: 'rebootNode', poolId: 'pool', nodes: {} };
    const { states } = play({
      faults: [fault],
      pool: pool({ targetDedicatedNodes: 1, startTask }),
      operations: [[300, reboot]],
      parameters: { 'node.reboot_s': { constant: 30 } },
    });
    expect(states.filter((state) => /failed|idle/.test(state))).toEqual([
      '50 starttaskfailed',
      '360 idle',
    ]);
  });
});

describe('faults of tasks', () => {
  const meanwhile = { poolId: 'pool', times: at(0), lasts: seconds(200) } as const;
  const tasks = [
    { at: 100, runs: 50 },
    { at: 300, runs: 50 },
  ];
  const jobs = [
    {
      id: 'job',
      pool: 0,
      maxTaskRetryCount: 0,
      preparationTask: preparationTask(10),
    },
  ];

  it('let attempts that start meanwhile end with an exit code', () => {
    const { record, log } = play({
      faults: [{ kind: 'taskFailure', ...meanwhile, share: 1, exitCode: 7 }],
      tasks,
    });
    expect(record.tasks).toMatchObject({ failed: 1, succeeded: 1 });
    const end = log.find(({ event }) => event === 'TaskFail')!.body['executionInfo'];
    expect(end).toMatchObject({ exitCode: 7 });
    expect(record.makespanSeconds).toBe(350);
  });

  it('strike a share of the attempts, the same ones whatever else is different', () => {
    const many = Array.from({ length: 400 }, () => ({ at: 100, runs: 1 }));
    const fault: Fault = { kind: 'taskFailure', ...meanwhile, share: 0.3, exitCode: 1 };
    const failedOn = (nodes: number) =>
      play({
        faults: [fault],
        tasks: many,
        pool: pool({ targetDedicatedNodes: nodes, taskSlotsPerNode: 8 }),
      })
        .log.filter(({ event }) => event === 'TaskFail')
        .map(({ body }) => body['id']);
    const failed = failedOn(5);
    // Five standard deviations of a binomial count.
    expect(Math.abs(failed.length - 120)).toBeLessThan(46);
    expect(failedOn(20).toSorted()).toEqual(failed.toSorted());
  });

  it('let attempts on slow nodes run so many times as long', () => {
    const slow: Fault = { kind: 'slowNodes', ...meanwhile, share: 1, factor: 3 };
    expect(play({ faults: [slow], tasks: [tasks[0]!] }).record.makespanSeconds).toBe(250);
    const settings = { maxWallClockTime: seconds(100) };
    const limited = play({ faults: [slow], tasks: [{ ...tasks[0]!, settings }] }).record;
    expect(limited.tasks.failureCodes).toEqual({ TaskEnded: 1 });
  });

  it('slow some of the nodes, always the same', () => {
    const slow: Fault = { kind: 'slowNodes', ...meanwhile, share: 0.5, factor: 3 };
    const { log } = play({
      faults: [slow],
      pool: pool({ targetDedicatedNodes: 40 }),
      tasks: Array.from({ length: 40 }, () => ({ at: 100, runs: 10 })),
    });
    const ends = log.filter(({ event }) => event === 'TaskComplete').map(({ t }) => t / 1000);
    expect([...new Set(ends)]).toEqual([110, 130]);
    expect(ends.filter((end) => end === 130).length).toBeGreaterThan(8);
  });

  it('let job preparation tasks fail, which bars their nodes', () => {
    const fault: Fault = { kind: 'preparationTaskFailure', ...meanwhile, share: 1 };
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 1 })],
        jobs,
        tasks: [{ at: 100, runs: 50 }],
        faults: [fault],
        operations: [
          {
            at: seconds(1000),
            operation: { kind: 'reimageNode', poolId: 'pool', nodes: { numbers: [1] } },
          },
        ],
        parameters: { 'node.reimage_s': { constant: 100 } },
      }),
      { checkInvariants: true },
    );
    // Only the reimaged node is prepared again: reimaged at 1100, prepared at 1110.
    expect(record.makespanSeconds).toBe(1160);
    expect(record.faults).toMatchObject([{ kind: 'preparationTaskFailure', occurrences: 1 }]);
  });
});

describe('a fault of samples', () => {
  const seen = (faults: readonly Fault[]) => {
    const values: string[] = [];
    play({
      faults,
      pool: scaledPool((view) => {
        const series = view.samples('$ActiveTasks')!;
        values.push(`${latest(view, '$ActiveTasks')}`);
        expect(series.length).toBeGreaterThanOrEqual(0);
        return {};
      }),
      tasks: [
        { at: 100, runs: 1 },
        { at: 400, runs: 1 },
        { at: 700, runs: 1 },
      ],
      until: 1300,
    });
    return values;
  };

  it('that loses them leaves formulas with the ones before', () => {
    expect(seen([])).toEqual(['0', '1', '2', '3', '3']);
    const loss: Fault = {
      kind: 'sampleLoss',
      poolId: 'pool',
      times: at(400),
      lasts: seconds(400),
      share: 1,
    };
    expect(seen([loss])).toEqual(['0', '1', '1', '3', '3']);
  });

  it('that delays them shows them later', () => {
    const delay: Fault = {
      kind: 'sampleDelay',
      poolId: 'pool',
      times: at(400),
      lasts: seconds(Infinity),
      delay: seconds(400),
    };
    // Samples from 400 on are seen 400 s later: at 900 s the one of 480 s, which is the first state with two tasks.
    expect(seen([delay])).toEqual(['0', '1', '1', '2', '3']);
  });
});

it('faults are in the event log, with the nodes that they struck', () => {
  const storm: Fault = { kind: 'preemption', poolId: 'pool', times: at(100), nodes: all };
  const loss: Fault = {
    kind: 'sampleLoss',
    poolId: 'pool',
    times: at(200),
    lasts: seconds(50),
    share: 1,
  };
  const { log } = play({ faults: [storm, loss], pool: pool({ targetLowPriorityNodes: 2 }) });
  const lines = log.filter(({ event }) => event === 'Fault');
  expect(lines.map(({ t, body }) => [t / 1000, body['kind'], body['phase']])).toEqual([
    [100, 'preemption', 'start'],
    [200, 'sampleLoss', 'start'],
    [250, 'sampleLoss', 'end'],
  ]);
  expect(lines[0]!.body['nodeIds']).toHaveLength(2);
});
