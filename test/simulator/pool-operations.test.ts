import { describe, expect, it } from 'vitest';

import {
  simulate,
  type Operation,
  type Parameters,
  type PoolInput,
} from '../../src/simulator/index.js';
import { answerCodesOf, requestsOf, runLogged, type Requests } from '../support/logged-run.js';
import { input, pool, scaledPool, seconds, type TestTask } from '../support/simulation-input.js';

interface Story {
  readonly pool?: PoolInput;
  readonly operations: Requests;
  readonly tasks?: readonly TestTask[];
  readonly until?: number;
  readonly parameters?: Partial<Parameters>;
}

function play({ operations, tasks = [], until = 3000, parameters = {}, ...story }: Story) {
  const { record, log } = runLogged(
    input({
      pools: [story.pool ?? pool({ targetDedicatedNodes: 2 })],
      tasks,
      until: { kind: 'time', at: seconds(until) },
      operations: requestsOf(operations),
      parameters,
    }),
  );
  return { record, log, pool: record.pools[0]! };
}

const codes = (story: Story): string[] => answerCodesOf(play(story).record);

const resize = (targetDedicatedNodes: number, more: object = {}): Operation => ({
  kind: 'resizePool',
  poolId: 'pool',
  targetDedicatedNodes,
  ...more,
});
const { autoScale } = scaledPool(() => ({ dedicated: 4 }));
const enable = (interval = 300): Operation => ({
  kind: 'enableAutoScale',
  poolId: 'pool',
  autoScaleFormula: autoScale!,
  autoScaleEvaluationInterval: seconds(interval),
});
const disable: Operation = { kind: 'disableAutoScale', poolId: 'pool' };
const stop: Operation = { kind: 'stopPoolResize', poolId: 'pool' };
const remove: Operation = { kind: 'deletePool', poolId: 'pool' };
const slow = { 'alloc.first_node_s': { constant: 400 } } as const;

describe('resize', () => {
  it('changes the targets at once and the nodes as they come', () => {
    const { pool: found } = play({ operations: [[1000, resize(5)]], parameters: slow });
    expect(found.nodes.dedicated).toMatchObject({ allocated: 5, peakNodes: 5 });
    expect(found.resizeResults).toEqual({ Success: 2 });
  });

  it('is refused while another one is open, and on a pool that scales itself', () => {
    expect(codes({ operations: [[100, resize(5)]], parameters: slow })).toEqual([
      'PoolBeingResized',
    ]);
    expect(codes({ pool: scaledPool(() => ({})), operations: [[100, resize(5)]] })).toEqual([
      'AutoScalingEnabled',
    ]);
  });

  it('needs a target, and a timeout of at least five minutes', () => {
    const nothing: Operation = { kind: 'resizePool', poolId: 'pool' };
    const hasty = resize(5, { resizeTimeout: seconds(299) });
    expect(
      codes({
        operations: [
          [100, nothing],
          [101, hasty],
        ],
      }),
    ).toEqual(['MissingRequiredProperty', 'InvalidPropertyValue']);
  });

  it('ends with an error at its own timeout', () => {
    const { pool: found } = play({
      operations: [[1000, resize(5, { resizeTimeout: seconds(300) })]],
      pool: pool(),
      parameters: slow,
      until: 1500,
    });
    expect(found.resizeErrors.map(({ code }) => code)).toEqual(['AllocationTimedout']);
    expect(found.nodes.dedicated.allocated).toBe(0);
  });

  it('keeps its errors until the next resize starts', () => {
    const { pool: found } = play({
      operations: [
        [1000, resize(5, { resizeTimeout: seconds(300) })],
        [1400, resize(1)],
      ],
      pool: pool(),
      parameters: slow,
    });
    expect(found.resizeErrors).toEqual([]);
    expect(found.nodes.dedicated.allocated).toBe(1);
  });
});

describe('stop resize', () => {
  it('keeps what has come, asks for no more, and leaves the target', () => {
    const { pool: found } = play({
      operations: [[450, stop]],
      parameters: { ...slow, 'alloc.extra_node_s': { constant: 100 } },
    });
    expect(found.nodes.dedicated.allocated).toBe(1);
    expect(found.resizeErrors.map(({ code }) => code)).toEqual(['ResizeStopped']);
    expect(found.series.targetDedicatedNodes.at(-1)).toBe(2);
  });

  it('is refused where no resize is open', () => {
    expect(codes({ operations: [[500, stop]] })).toEqual(['PoolNotBeingResized']);
  });
});

it('a resize to the same targets asks once more for nodes that did not come', () => {
  const { pool: found } = play({
    pool: pool({ targetDedicatedNodes: 1, resizeTimeout: seconds(300) }),
    operations: [[1000, resize(1, { resizeTimeout: seconds(900) })]],
    parameters: { ...slow, 'autoscale.retry_same_target': 'no' },
  });
  expect(found.nodes.dedicated.allocated).toBe(1);
  expect(found.resizeResults).toEqual({ AllocationTimedout: 1, Success: 1 });
});

it('a stop that takes time leaves the pool stopping, and refuses a resize meanwhile', () => {
  const story = {
    operations: [
      [100, stop],
      [150, resize(1)],
      [150, stop],
      [200, resize(1)],
    ],
    parameters: { ...slow, 'resize.stopping_s': 60 },
  } as const;
  expect(codes(story)).toEqual(['accepted', 'PoolBeingResized', 'PoolNotBeingResized', 'accepted']);
  expect(
    play(story)
      .log.filter(({ event }) => event.startsWith('PoolResize'))
      .map(({ t, event }) => `${t / 1000} ${event}`),
  ).toEqual([
    '0 PoolResizeStart',
    '100 PoolResizeStopping',
    '160 PoolResizeComplete',
    '200 PoolResizeStart',
    '600 PoolResizeComplete',
  ]);
});

describe('remove nodes', () => {
  const nodeIds = play({ operations: [] })
    .log.filter(({ event, body }) => event === 'NodeStateChange' && body['from'] === null)
    .map(({ body }) => body['nodeId'] as string);
  const removeNodes = (ids: readonly string[]): Operation => ({
    kind: 'removeNodes',
    poolId: 'pool',
    nodes: { ids },
    nodeDeallocationOption: 'taskcompletion',
  });

  it('takes exactly the nodes that were named, and lowers the target by them', () => {
    const { pool: found, log } = play({ operations: [[1000, removeNodes([nodeIds[1]!])]] });
    expect(found.nodes.dedicated).toMatchObject({ allocated: 2, removed: 1 });
    expect(found.series.targetDedicatedNodes.at(-1)).toBe(1);
    const gone = log.filter(
      ({ event, body }) => event === 'NodeStateChange' && body['to'] === null,
    );
    expect(gone.map(({ body }) => body['nodeId'])).toEqual([nodeIds[1]]);
  });

  it('is refused for an unknown id, no id and more than 100 ids', () => {
    const many = Array.from({ length: 101 }, (_, i) => `node-${i}`);
    expect(
      codes({
        operations: [
          [1000, removeNodes(['nobody'])],
          [1001, removeNodes([])],
          [1002, removeNodes(many)],
        ],
      }),
    ).toEqual(['NodeNotFound', 'InvalidPropertyValue', 'InvalidPropertyValue']);
  });
});

describe('enable and disable autoscale', () => {
  it('evaluates at once when enabled, and keeps the size when disabled', () => {
    const { pool: found } = play({
      operations: [
        [1000, enable()],
        [1700, disable],
      ],
    });
    expect(found.autoScale?.runs.map((run) => run.atSeconds)).toEqual([1000, 1300, 1600]);
    expect(found.nodes.dedicated).toMatchObject({ allocated: 4, removed: 0 });
  });

  it('starts the schedule anew when enabled again', () => {
    const { pool: found } = play({
      operations: [
        [1000, enable()],
        [1400, enable(600)],
      ],
    });
    expect(found.autoScale?.runs.map((run) => run.atSeconds)).toEqual([
      1000, 1300, 1400, 2000, 2600,
    ]);
  });

  it('takes another interval alone on an autoscale pool, and needs a formula on any other', () => {
    const interval: Operation = {
      kind: 'enableAutoScale',
      poolId: 'pool',
      autoScaleEvaluationInterval: seconds(600),
    };
    const { pool: found } = play({
      pool: scaledPool(() => ({ dedicated: 1 })),
      operations: [[1000, interval]],
    });
    expect(found.autoScale?.runs.map((run) => run.atSeconds)).toEqual([
      0, 300, 600, 900, 1000, 1600, 2200, 2800,
    ]);
    expect(codes({ operations: [[1000, interval]] })).toEqual(['MissingRequiredProperty']);
    expect(
      codes({
        pool: scaledPool(() => ({})),
        operations: [[1000, { kind: 'enableAutoScale', poolId: 'pool' }]],
      }),
    ).toEqual(['MissingRequiredProperty']);
  });

  it('is refused twice within 30 seconds, while a resize is open, and for a wrong interval', () => {
    expect(
      codes({
        operations: [
          [1000, enable()],
          [1029, enable()],
          [1030, enable()],
        ],
      }),
    ).toEqual(['accepted', 'TooManyEnableAutoScaleRequests', 'accepted']);
    expect(codes({ operations: [[100, enable()]], parameters: slow })).toEqual([
      'PoolBeingResized',
    ]);
    expect(
      codes({
        operations: [
          [1000, enable(299)],
          [1001, enable(604_801)],
        ],
      }),
    ).toEqual(['InvalidAutoScalingSettings', 'InvalidAutoScalingSettings']);
    expect(codes({ operations: [[1000, disable]] })).toEqual(['AutoScalingNotEnabled']);
  });
});

describe('evaluate autoscale', () => {
  const evaluate: Operation = {
    kind: 'evaluateAutoScale',
    poolId: 'pool',
    autoScaleFormula: scaledPool(() => ({ dedicated: 9 })).autoScale!,
  };

  it('answers and changes nothing', () => {
    const { record, pool: found } = play({
      pool: scaledPool(() => ({})),
      operations: [[100, evaluate]],
    });
    expect(record.operations).toEqual([
      { atSeconds: 100, kind: 'evaluateAutoScale', poolId: 'pool', httpStatus: 200, results: '' },
    ]);
    expect(found.nodes.dedicated.allocated).toBe(0);
  });

  it('is refused on a pool that does not scale automatically', () => {
    expect(codes({ operations: [[100, evaluate]] })).toEqual(['AutoScalingNotEnabled']);
  });
});

describe('delete', () => {
  it('stops a resize, requeues the tasks, empties the pool and then knows it no more', () => {
    const { record, log } = play({
      operations: [
        [1000, remove],
        [1001, resize(1)],
        [1100, resize(1)],
      ],
      tasks: [{ runs: 5000 }],
      parameters: { 'node.leaving_s': { constant: 60 } },
    });
    expect(record.operations.map(({ error }) => error?.code)).toEqual([
      undefined,
      'PoolBeingDeleted',
      'PoolNotFound',
    ]);
    expect(record.tasks).toMatchObject({ requeues: 1, active: 1 });
    const events = log.filter(({ event }) => event.startsWith('PoolDelete'));
    expect(events.map(({ event, t }) => [event, t])).toEqual([
      ['PoolDeleteStart', 1_000_000],
      ['PoolDeleteComplete', 1_060_000],
    ]);
  });

  it('leaves later tasks waiting, and the run names them', () => {
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 1 })],
        tasks: [{ at: 2000, runs: 10 }],
        operations: [{ at: seconds(1000), operation: remove }],
      }),
    );
    expect(record.end).toMatchObject({
      reason: 'stalled',
      stalledTasks: [{ taskId: 'task-0', reason: 'pool pool was deleted' }],
    });
  });
});

it('an operation on a pool that does not exist is answered like any other mistake', () => {
  expect(codes({ operations: [[1, { ...disable, poolId: 'nobody' }]] })).toEqual(['PoolNotFound']);
});
