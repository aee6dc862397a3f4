import { describe, expect, it } from 'vitest';

import { simulate } from '../../src/simulator/index.js';
import { load, loadInput, renderAll } from '../support/memory-files.js';

const scenario = (operations: string, more = ''): string => `start: 2026-03-02T08:00:00Z
until: PT1H
pools:
  - id: render
    vmSize: Standard_D4s_v5
    targetDedicatedNodes: 2
${more}jobs: []
operations:
${operations}
`;

const operationsOf = async (operations: string, files: Record<string, string> = {}) =>
  (await loadInput(scenario(operations), files)).operations!;

describe('operations of a scenario', () => {
  it('come in order of time, given as durations, seconds or instants', async () => {
    const found = await operationsOf(`
  - { at: PT20M, operation: stopPoolResize, poolId: render }
  - { at: 2026-03-02T08:10:00Z, operation: disableAutoScale, poolId: Render }
  - { at: 90, operation: deletePool, poolId: render }`);
    expect(found.map(({ at, operation }) => [at / 4000, operation.kind])).toEqual([
      [90, 'deletePool'],
      [600, 'disableAutoScale'],
      [1200, 'stopPoolResize'],
    ]);
  });

  it('have the keys of the REST interface', async () => {
    const found = await operationsOf(`
  - { at: 1, operation: resizePool, poolId: render, targetDedicatedNodes: 5, targetLowPriorityNodes: 1, resizeTimeout: PT30M, nodeDeallocationOption: taskcompletion }
  - { at: 2, operation: removeNodes, poolId: render, nodes: { ids: [tvm-1] } }
  - { at: 3, operation: rebootNode, poolId: render, nodes: { state: [idle, running], first: 2 }, nodeRebootOption: terminate }
  - { at: 4, operation: reimageNode, poolId: render, nodes: all, nodeReimageOption: retaineddata }
  - { at: 5, operation: deallocateNode, poolId: render, nodes: { kind: spot }, nodeDeallocateOption: requeue }
  - { at: 6, operation: startNode, poolId: render, nodes: { state: deallocated } }
  - { at: 7, operation: disableNodeScheduling, poolId: render, nodes: { numbers: [1] }, nodeDisableSchedulingOption: taskcompletion }
  - { at: 8, operation: enableNodeScheduling, poolId: render, nodes: all }`);
    expect(found.map(({ operation }) => operation)).toEqual([
      {
        kind: 'resizePool',
        poolId: 'render',
        targetDedicatedNodes: 5,
        targetLowPriorityNodes: 1,
        resizeTimeout: 1800 * 4000,
        nodeDeallocationOption: 'taskcompletion',
      },
      { kind: 'removeNodes', poolId: 'render', nodes: { ids: ['tvm-1'] } },
      {
        kind: 'rebootNode',
        poolId: 'render',
        nodes: { states: ['idle', 'running'], first: 2 },
        nodeRebootOption: 'terminate',
      },
      { kind: 'reimageNode', poolId: 'render', nodes: {}, nodeReimageOption: 'retaineddata' },
      {
        kind: 'deallocateNode',
        poolId: 'render',
        nodes: { kind: 'spot' },
        nodeDeallocateOption: 'requeue',
      },
      { kind: 'startNode', poolId: 'render', nodes: { states: ['deallocated'] } },
      {
        kind: 'disableNodeScheduling',
        poolId: 'render',
        nodes: { numbers: [1] },
        nodeDisableSchedulingOption: 'taskcompletion',
      },
      { kind: 'enableNodeScheduling', poolId: 'render', nodes: {} },
    ]);
  });

  it('change constraints of tasks and jobs with the keys of the REST interface', async () => {
    const found = await loadInput(
      scenario(`
  - { at: 1, operation: updateTask, jobId: frames, taskId: merge, constraints: { maxTaskRetryCount: 2, maxWallClockTime: PT1M, retentionTime: P1D } }
  - { at: 2, operation: updateTask, jobId: frames, taskId: merge }
  - { at: 3, operation: updateJob, jobId: frames, constraints: { maxTaskRetryCount: -1 } }`).replace(
        'jobs: []',
        'jobs: [{ id: frames, poolInfo: { poolId: render }, tasks: [] }]',
      ),
    );
    expect(found.operations!.map(({ operation }) => operation)).toEqual([
      {
        kind: 'updateTask',
        jobId: 'frames',
        taskId: 'merge',
        constraints: {
          maxTaskRetryCount: 2,
          maxWallClockTime: 60 * 4000,
          retentionTime: 86_400 * 4000,
        },
      },
      { kind: 'updateTask', jobId: 'frames', taskId: 'merge' },
      { kind: 'updateJob', jobId: 'frames', constraints: { maxTaskRetryCount: -1 } },
    ]);
  });

  it('add a job with all that an entry of jobs has', async () => {
    const found = await loadInput(
      scenario(`
  - { at: 2, operation: terminateJob, jobId: LATE }
  - at: PT10M
    operation: addJob
    job:
      id: late
      poolInfo: { poolId: Render }
      priority: 10
      constraints: { maxTaskRetryCount: 1, maxWallClockTime: PT1H }
      onAllTasksComplete: terminatejob
      tasks:
        - { id: merge, runTime: PT1M, submit: PT2M }
        - { arrivals: { constant: 60 }, runTime: 30, count: 2 }
        - { from: night.csv }`),
      { 'night.csv': 'submit,duration\n2026-01-01T00:00:10Z,5\n2026-01-01T00:00:25Z,5\n' },
    );
    const { operation } = found.operations![1]!;
    if (operation.kind !== 'addJob') throw new Error(operation.kind);
    expect(operation.job).toEqual({
      id: 'late',
      pool: 0,
      priority: 10,
      maxTaskRetryCount: 1,
      maxWallClockTime: 3600 * 4000,
      onAllTasksComplete: 'terminatejob',
    });
    expect(found.notes).toContain('night.csv: submitted from the creation of job late on');
    const record = simulate(found);
    expect(record.operations).toMatchObject([
      { kind: 'terminateJob', jobId: 'LATE', httpStatus: 404 },
      { kind: 'addJob', jobId: 'late', httpStatus: 201 },
    ]);
    expect(record.tasks).toMatchObject({ submitted: 5, succeeded: 5 });
  });

  it('add a job schedule with all that an entry of jobSchedules has', async () => {
    const found = await loadInput(
      scenario(`
  - at: PT10M
    operation: addJobSchedule
    jobSchedule:
      id: hourly
      schedule: { recurrenceInterval: PT20M, startWindow: PT5M, doNotRunAfter: 2026-03-02T08:45:00Z }
      jobSpecification:
        poolInfo: { poolId: render }
        priority: 5
        onAllTasksComplete: terminatejob
        tasks: [{ arrivals: { constant: 60 }, runTime: 30, count: 2 }]
  - { at: PT12M, operation: updateJobSchedule, jobScheduleId: hourly, jobSpecification: { priority: 7 } }
  - { at: PT31M, operation: terminateJob, jobId: "hourly:job-2" }`),
    );
    const { operation } = found.operations![0]!;
    if (operation.kind !== 'addJobSchedule') throw new Error(operation.kind);
    const { schedule, jobSpecification } = operation.jobSchedule;
    expect(schedule).toEqual({
      recurrenceInterval: 1200 * 4000,
      startWindow: 300 * 4000,
      doNotRunAfter: 2700 * 4000,
    });
    expect(jobSpecification).toEqual({
      pool: 0,
      priority: 5,
      maxTaskRetryCount: 0,
      onAllTasksComplete: 'terminatejob',
    });
    const record = simulate(found);
    expect(record.operations.map(({ httpStatus }) => httpStatus)).toEqual([201, 200, 202]);
    expect(record.jobSchedules).toMatchObject([{ id: 'hourly', jobsCreated: 2 }]);
  });

  it('add a pool with all that an entry of pools has, which others name', async () => {
    const input = await loadInput(
      scenario(`
  - { at: PT12M, operation: resizePool, poolId: Spare, targetDedicatedNodes: 2 }
  - at: PT10M
    operation: addPool
    pool:
      id: spare
      vmSize: Standard_D4s_v5
      taskSlotsPerNode: 4
      enableAutoScale: true
      autoScaleFormula: { file: try.autoscale }
      startTask: { runTime: 30 }
  - at: PT5M
    operation: addJob
    job: { id: late, poolInfo: { poolId: SPARE }, tasks: [{ id: merge, runTime: 60 }] }
  - { when: { poolId: spare, state: steady }, operation: evaluateAutoScale, poolId: spare, autoScaleFormula: $TargetDedicatedNodes = 1; }`),
      { 'try.autoscale': '$TargetDedicatedNodes = 3;' },
    );
    const record = simulate(input);
    expect(record.operations.map(({ kind, httpStatus }) => `${kind} ${httpStatus}`)).toEqual([
      'addJob 201',
      'addPool 201',
      'evaluateAutoScale 200',
      'resizePool 409',
    ]);
    expect(record.pools[1]).toMatchObject({ id: 'spare', taskSlotsPerNode: 4 });
    expect(record.pools[1]!.nodes.dedicated.allocated).toBe(3);
    expect(record.tasks.succeeded).toBe(1);
  });

  it('take a condition in place of a time, or with one', async () => {
    const input = await loadInput(
      scenario(`
  - { when: { poolId: render, state: steady, idleNodes: { above: 2 }, runningTasks: 0, after: PT5M }, operation: deletePool, poolId: render }
  - { at: PT1H, when: { jobId: frames, state: completed }, operation: stopPoolResize, poolId: render }
  - { when: { jobId: frames, taskId: merge, state: running }, operation: stopPoolResize, poolId: render }`).replace(
        'jobs: []',
        'jobs: [{ id: frames, poolInfo: { poolId: render }, tasks: [] }]',
      ),
    );
    expect(input.operations!.map(({ at, when }) => ({ at, when }))).toEqual([
      {
        at: 0,
        when: {
          kind: 'pool',
          poolId: 'render',
          state: 'steady',
          numbers: [
            ['idleNodes', { above: 2 }],
            ['runningTasks', { above: -1, below: 1 }],
          ],
          after: 1_200_000,
        },
      },
      {
        at: 0,
        when: { kind: 'task', jobId: 'frames', taskId: 'merge', state: 'running', after: 0 },
      },
      {
        at: 14_400_000,
        when: { kind: 'job', jobId: 'frames', state: 'completed', after: 0 },
      },
    ]);
  });

  it('take formulas as text or from files', async () => {
    const input = await loadInput(
      scenario(`
  - { at: PT10M, operation: enableAutoScale, poolId: render, autoScaleFormula: '$TargetDedicatedNodes = 3;', autoScaleEvaluationInterval: PT5M }
  - { at: PT16M, operation: evaluateAutoScale, poolId: render, autoScaleFormula: { file: try.autoscale } }`),
      { 'try.autoscale': 'wanted = 7; $TargetDedicatedNodes = wanted;' },
    );
    const record = simulate(input);
    expect(record.operations).toMatchObject([
      { kind: 'enableAutoScale', httpStatus: 200 },
      {
        kind: 'evaluateAutoScale',
        results: expect.stringContaining('$TargetDedicatedNodes=7') as string,
      },
    ]);
    expect(record.pools[0]!.nodes.dedicated.allocated).toBe(3);
  });
});

describe('a mistake in an operation is an error with its place', () => {
  const errors = async (operations: string) =>
    renderAll(await load(scenario(operations))).replaceAll(/^(?!test|\s+=|help|\S).*\n/gm, '');

  it.each([
    [
      'an unknown name',
      '  - { at: 1, operation: rezisePool, poolId: render }',
      'did you mean resizePool?',
    ],
    [
      'a misspelt key',
      '  - { at: 1, operation: resizePool, poolId: render, targetDedicatedNode: 1 }',
      'did you mean targetDedicatedNodes?',
    ],
    [
      'a pool that does not exist',
      '  - { at: 1, operation: deletePool, poolId: rendr }',
      'did you mean render?',
    ],
    [
      'a pool of an added job that does not exist',
      '  - { at: 1, operation: addJob, job: { id: late, poolInfo: { poolId: rendr }, tasks: [] } }',
      'did you mean render?',
    ],
    [
      'a misspelt key of an added job',
      '  - { at: 1, operation: addJob, job: { id: late, poolInfo: { poolId: render }, prority: 1, tasks: [] } }',
      'did you mean priority?',
    ],
    [
      'a task of an added job that depends on none of its tasks',
      '  - { at: 1, operation: addJob, job: { id: late, poolInfo: { poolId: render }, usesTaskDependencies: true, tasks: [{ id: frame, runTime: 1 }, { id: merge, runTime: 1, dependsOn: { taskIds: [farme] } }] } }',
      'did you mean frame?',
    ],
    [
      'a job that nobody adds',
      '  - { at: 1, operation: addJob, job: { id: late, poolInfo: { poolId: render }, tasks: [] } }\n  - { at: 2, operation: enableJob, jobId: latte }',
      'did you mean late?',
    ],
    [
      'times of an added job schedule that the service refuses',
      '  - { at: 1, operation: addJobSchedule, jobSchedule: { id: late, schedule: { recurrenceInterval: PT30S }, jobSpecification: { poolInfo: { poolId: render }, tasks: [] } } }',
      'at least PT1M',
    ],
    [
      'a job schedule that nobody adds',
      '  - { at: 1, operation: addJobSchedule, jobSchedule: { id: late, schedule: {}, jobSpecification: { poolInfo: { poolId: render }, tasks: [] } } }\n  - { at: 2, operation: enableJobSchedule, jobScheduleId: latte }',
      'did you mean late?',
    ],
    [
      'an added pool that the service would refuse',
      '  - { at: 1, operation: addPool, pool: { id: late, vmSize: s, targetDedicatedNodes: 1, resizeTimeout: PT1M } }',
      'at least PT5M',
    ],
    [
      'a pool that nobody adds',
      '  - { at: 1, operation: addPool, pool: { id: late, vmSize: s, targetDedicatedNodes: 1 } }\n  - { at: 2, operation: deletePool, poolId: latte }',
      'did you mean late?',
    ],
    ['no operation at all', '  - { at: 1, poolId: render }', 'operations[0]'],
    [
      'a time before the start',
      '  - { at: 2026-03-02T07:59:59Z, operation: deletePool, poolId: render }',
      'this is before the start of the run',
    ],
    ['no such time', '  - { at: soon, operation: deletePool, poolId: render }', 'a duration since'],
    [
      'a selector without a condition',
      '  - { at: 1, operation: startNode, poolId: render, nodes: {} }',
      'all, or an object with some of the keys',
    ],
    [
      'an unknown state',
      '  - { at: 1, operation: startNode, poolId: render, nodes: { state: idel } }',
      'did you mean idle?',
    ],
    [
      'a formula that the service would refuse',
      '  - { at: 1, operation: enableAutoScale, poolId: render, autoScaleFormula: { file: nowhere.autoscale } }',
      'nowhere.autoscale cannot be read',
    ],
  ])('%s', async (_, operations, text) => {
    expect(await errors(operations)).toContain(text);
  });

  it('a formula that does not compile is a warning with its place', async () => {
    const loaded = await load(
      scenario(
        "  - { at: 1, operation: enableAutoScale, poolId: render, autoScaleFormula: '$TargetDedicatedNodes = 1 +;' }",
      ),
    );
    const input = loaded.value!.input();
    expect(input.diagnostics).toMatchObject([{ severity: 'warning' }]);
    expect(renderAll(input)).toContain('test.yaml:9:');
  });

  it.each(['addJob', 'addJobSchedule'])(
    'and so is a pool that %s names and nobody makes',
    async (operation) => {
      const job = 'poolInfo: { poolId: rendr }, tasks: []';
      const added =
        operation === 'addJob'
          ? `job: { id: late, ${job} }`
          : `jobSchedule: { id: late, schedule: { doNotRunUntil: PT1H }, jobSpecification: { ${job} } }`;
      const loaded = await load(scenario(`  - { at: 1, operation: ${operation}, ${added} }`));
      expect(loaded.value).toBeUndefined();
      expect(renderAll(loaded)).toContain('did you mean render?');
    },
  );

  it('and so is a job schedule without an end in a run that ends when everything is done', async () => {
    const schedule = 'schedule: { recurrenceInterval: PT1H }';
    const jobSpecification = 'jobSpecification: { poolInfo: { poolId: render }, tasks: [] }';
    const text = scenario(
      `  - { at: 1, operation: addJobSchedule, jobSchedule: { id: late, ${schedule}, ${jobSpecification} } }`,
    ).replace('until: PT1H', 'until: drained');
    expect(renderAll(await load(text))).toContain('give until: P7D or the like');
  });

  it('and so is the size of an added pool that has no price', async () => {
    const prices = 'prices: { currency: USD, nodeHour: { Standard_D4s_v5: { dedicated: 1 } } }\n';
    const loaded = await load(
      scenario(
        '  - { at: 1, operation: addPool, pool: { id: late, vmSize: Standard_D4s_v4, targetDedicatedNodes: 1 } }',
        prices,
      ),
    );
    expect(renderAll(loaded)).toContain('did you mean Standard_D4s_v5?');
  });

  it('and so is a job from the start on a pool that is added later', async () => {
    const text = scenario(
      '  - { at: 1, operation: addPool, pool: { id: late, vmSize: s, targetDedicatedNodes: 1 } }',
    ).replace('jobs: []', 'jobs: [{ id: job, poolInfo: { poolId: late }, tasks: [] }]');
    expect(renderAll(await load(text))).toContain('there is no pool late');
  });
});
