import { describe, expect, it } from 'vitest';

import {
  simulate,
  type Operation,
  type Parameters,
  type PoolInput,
} from '../../src/simulator/index.js';
import { nodeStatesOf } from '../support/log-extracts.js';
import { answerCodesOf, requestsOf, runLogged, type Requests } from '../support/logged-run.js';
import { input, pool, seconds, type TestTask } from '../support/simulation-input.js';

interface Story {
  readonly operations?: Requests;
  readonly tasks?: readonly TestTask[];
  readonly pool?: Partial<PoolInput>;
  readonly parameters?: Partial<Parameters>;
  readonly until?: number;
}

const times: Partial<Parameters> = {
  'node.creating_to_idle_s': { constant: 40 },
  'node.reboot_s': { constant: 30 },
  'node.reimage_s': { constant: 200 },
  'node.deallocating_s': { constant: 10 },
};

function play({ operations = [], tasks = [], parameters = {}, until = 3000, ...story }: Story) {
  const { record, log } = runLogged(
    input({
      pools: [pool({ targetDedicatedNodes: 1, ...story.pool })],
      tasks,
      until: { kind: 'time', at: seconds(until) },
      operations: requestsOf(operations),
      parameters: { ...times, ...parameters },
    }),
  );
  return {
    record,
    log,
    states: nodeStatesOf(log),
    refusals: answerCodesOf(record),
    node: record.pools[0]!.nodes.dedicated,
  };
}

const on = (kind: Operation['kind'], more: object = {}): Operation =>
  ({ kind, poolId: 'pool', nodes: { numbers: [1] }, ...more }) as Operation;
const booted = ['0 creating', '20 starting', '40 idle'];

describe('reboot and reimage', () => {
  it('go through their state, starting and the start task, under the same id', () => {
    const startTask = { runTime: 5, waitForSuccess: true };
    expect(play({ operations: [[100, on('rebootNode')]], pool: { startTask } }).states).toEqual([
      '0 creating',
      '20 starting',
      '40 waitingforstarttask',
      '45 idle',
      '100 rebooting',
      '130 starting',
      '150 waitingforstarttask',
      '155 idle',
    ]);
    expect(play({ operations: [[100, on('reimageNode')]] }).states).toEqual([
      ...booted,
      '100 reimaging',
      '300 starting',
      '320 idle',
    ]);
  });

  it.each([
    ['requeue', { requeues: 1, attempts: 2, succeeded: 1, terminated: 0 }, '100 rebooting'],
    ['terminate', { requeues: 0, attempts: 1, succeeded: 0, terminated: 1 }, '100 rebooting'],
    ['taskcompletion', { requeues: 0, attempts: 1, succeeded: 1, terminated: 0 }, '540 rebooting'],
  ] as const)('with %s as that option says', (option, counts, rebooting) => {
    const { record, states } = play({
      operations: [[100, on('rebootNode', { nodeRebootOption: option })]],
      tasks: [{ runs: 500 }],
    });
    expect(record.tasks).toMatchObject(counts);
    expect(states.find((state) => state.endsWith('rebooting'))).toBe(rebooting);
  });

  it('are refused while the node boots or is on its way to a reboot', () => {
    expect(
      play({
        operations: [
          [10, on('rebootNode')],
          [100, on('rebootNode', { nodeRebootOption: 'taskcompletion' })],
          [101, on('reimageNode')],
        ],
        tasks: [{ runs: 500 }],
      }).refusals,
    ).toEqual(['NodeBeingCreated', 'accepted', 'OperationInvalidForCurrentState']);
  });
});

describe('updatePool (service.md section 1.1)', () => {
  const update = on('updatePool', {
    startTask: { runTime: 7, waitForSuccess: true },
    applicationPackageReferences: [{ name: 'tool', gigabytes: 1 }],
  });

  it('changes nothing on a node that is there until it is rebooted', () => {
    const { states, refusals } = play({
      operations: [
        [100, update],
        [500, on('rebootNode')],
      ],
      parameters: { 'node.download_gb_per_s': 0.1 },
    });
    expect(refusals).toEqual(['accepted', 'accepted']);
    expect(states).toEqual([
      ...booted,
      '500 rebooting',
      '530 starting',
      '560 waitingforstarttask',
      '567 idle',
    ]);
  });

  it('changes what new nodes do at once', () => {
    const { states } = play({
      operations: [
        [100, update],
        [200, on('resizePool', { targetDedicatedNodes: 2 })],
      ],
      parameters: { 'node.download_gb_per_s': 0.1 },
    });
    expect(states.slice(3)).toEqual([
      '200 creating',
      '220 starting',
      '250 waitingforstarttask',
      '257 idle',
    ]);
  });

  it('is refused for a pool that is being deleted', () => {
    const { refusals } = play({
      operations: [
        [100, on('deletePool')],
        [101, update],
      ],
      parameters: { 'node.leaving_s': { constant: 60 } },
    });
    expect(refusals).toEqual(['accepted', 'PoolBeingDeleted']);
  });
});

describe('scheduling state', () => {
  it('a disabled node goes offline once its task has ended, and takes tasks again when enabled', () => {
    const { states, record } = play({
      operations: [
        [100, on('disableNodeScheduling', { nodeDisableSchedulingOption: 'taskcompletion' })],
        [1000, on('enableNodeScheduling')],
      ],
      tasks: [{ runs: 500 }, { runs: 50 }],
    });
    expect(states).toEqual([
      ...booted,
      '40 running',
      '540 offline',
      '1000 idle',
      '1000 running',
      '1050 idle',
    ]);
    expect(record.tasks.succeeded).toBe(2);
  });

  it('enabling a node before it is offline lets it go on', () => {
    const { states } = play({
      operations: [
        [100, on('disableNodeScheduling', { nodeDisableSchedulingOption: 'taskcompletion' })],
        [200, on('enableNodeScheduling')],
      ],
      tasks: [{ runs: 500 }, { runs: 50 }],
    });
    expect(states).toEqual([...booted, '40 running', '590 idle']);
  });

  it('a node that is disabled while it boots ends up offline', () => {
    expect(play({ operations: [[10, on('disableNodeScheduling')]] }).states).toEqual([
      '0 creating',
      '20 starting',
      '40 offline',
    ]);
  });

  it('cannot be set to what it is', () => {
    expect(
      play({
        operations: [
          [100, on('enableNodeScheduling')],
          [101, on('disableNodeScheduling')],
          [102, on('disableNodeScheduling')],
        ],
      }).refusals,
    ).toEqual([
      'NodeAlreadyInTargetSchedulingState',
      'accepted',
      'NodeAlreadyInTargetSchedulingState',
    ]);
  });
});

describe('deallocate and start', () => {
  it('stop the bill in between', () => {
    const { states, node } = play({
      operations: [
        [100, on('deallocateNode')],
        [1000, on('startNode')],
      ],
    });
    expect(states).toEqual([
      ...booted,
      '100 deallocating',
      '110 deallocated',
      '1000 starting',
      '1020 idle',
    ]);
    expect(node).toMatchObject({
      presentSeconds: 3000,
      billedSeconds: 100 + 2000,
      unavailableSeconds: 900,
    });
  });

  it('are refused in other states', () => {
    expect(
      play({
        operations: [
          [10, on('deallocateNode')],
          [11, on('startNode')],
        ],
      }).refusals,
    ).toEqual(['NodeBeingCreated', 'NodeBeingCreated']);
  });

  it('are refused with the code of the state, where it has one', () => {
    const { refusals } = play({
      operations: [
        [10, on('startNode')],
        [30, on('rebootNode')],
        [100, on('rebootNode')],
        [101, on('deallocateNode')],
        [300, on('reimageNode')],
        [301, on('startNode')],
      ],
    });
    expect(refusals).toEqual([
      'NodeBeingCreated',
      'NodeBeingStarted',
      'accepted',
      'NodeBeingRebooted',
      'accepted',
      'NodeBeingReimaged',
    ]);
  });
});

describe('a start task that fails', () => {
  const failing = (maxTaskRetryCount: number) => ({
    startTask: { runTime: 5, waitForSuccess: true, failureShare: 1, maxTaskRetryCount },
  });

  it('runs again as often as its retries allow, then the node is starttaskfailed', () => {
    expect(play({ pool: failing(2) }).states).toEqual([
      '0 creating',
      '20 starting',
      '40 waitingforstarttask',
      '55 starttaskfailed',
    ]);
  });

  it('is billed, takes no task, and can be rebooted', () => {
    const { record, node, states } = play({
      pool: failing(0),
      tasks: [{ runs: 10 }],
      operations: [[100, on('rebootNode')]],
    });
    expect(record.tasks).toMatchObject({ active: 1, neverStarted: 1 });
    expect(node.billedSeconds).toBe(3000);
    expect(states.slice(-4)).toEqual([
      '100 rebooting',
      '130 starting',
      '150 waitingforstarttask',
      '155 starttaskfailed',
    ]);
  });

  it('fails as often as its share says', () => {
    const record = simulate(
      input({
        pools: [
          pool({
            targetDedicatedNodes: 1000,
            startTask: { runTime: 5, waitForSuccess: true, failureShare: 0.3 },
          }),
        ],
        tasks: [],
        until: { kind: 'time', at: seconds(1005) },
      }),
    );
    // Idle and failed nodes split 1000 nodes x 1000 s by Binomial(1000, 0.3), standard deviation 14.5.
    const failed = record.pools[0]!.nodes.dedicated.unavailableSeconds / 1000;
    expect(failed).toBeGreaterThan(240);
    expect(failed).toBeLessThan(360);
  });
});

describe('nodes are chosen', () => {
  const answers = (nodes: object, targetDedicatedNodes = 3) =>
    play({
      operations: [[100, on('rebootNode', { nodes })]],
      pool: { targetDedicatedNodes, targetLowPriorityNodes: 1, taskSlotsPerNode: 1 },
      tasks: [{ runs: 500 }],
    }).record.operations.map(({ nodeId, httpStatus, error }) => {
      const number = nodeId === undefined ? undefined : /_(\d+)-/.exec(nodeId)?.[1];
      return `${number ?? nodeId ?? 'no node'} ${error?.code ?? httpStatus}`;
    });

  it('by number, state and kind, the lowest numbers first, one request each', () => {
    expect(answers({})).toEqual(['1 202', '2 202', '3 202', '4 202']);
    expect(answers({ numbers: [3, 2, 9] })).toEqual(['2 202', '3 202']);
    expect(answers({ states: ['running'] })).toEqual(['1 202']);
    expect(answers({ states: ['idle'], first: 2 })).toEqual(['2 202', '3 202']);
    expect(answers({ kind: 'spot' })).toEqual(['4 202']);
  });

  it('by id, where an unknown one is answered NodeNotFound', () => {
    const { nodeId } = play({ operations: [[100, on('rebootNode')]] }).record.operations[0]!;
    expect(answers({ ids: [nodeId, 'nobody'] })).toEqual(['nobody NodeNotFound', '1 202']);
  });

  it('and where none is what was asked for, the answer is NodeNotFound', () => {
    expect(answers({ states: ['offline'] })).toEqual(['no node NodeNotFound']);
  });
});

it('a disabled node that is on its way to a reboot comes back offline', () => {
  const { states } = play({
    operations: [
      [100, on('rebootNode', { nodeRebootOption: 'taskcompletion' })],
      [200, on('disableNodeScheduling')],
    ],
    tasks: [{ runs: 500 }],
  });
  expect(states.slice(-3)).toEqual(['540 rebooting', '570 starting', '590 offline']);
});
