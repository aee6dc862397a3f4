import { describe, expect, it } from 'vitest';

import type { Surroundings } from '../../../src/report/inspect/environment/collect-environment.js';
import { renderLife } from '../../../src/report/inspect/render-life.js';
import { lifeOf } from '../../support/inspected-life.js';
import { runLogged } from '../../support/logged-run.js';
import { loadInput } from '../../support/memory-files.js';

/** A scenario whose nodes are ready at once and whose tasks start at once. */
async function logOf(scenario: string): Promise<string> {
  const quick = [
    'alloc.first_node_s',
    'alloc.extra_node_s',
    'node.creating_to_idle_s',
    'node.leaving_s',
    'sched.latency_s',
  ].map((name) => `  ${name}: { constant: 0 }\n`);
  const loaded = await loadInput(`${scenario}\nparameters:\n${quick.join('')}`);
  return runLogged(loaded).text;
}

async function around(scenario: string, task = 'frames/one'): Promise<Surroundings> {
  const [jobId = '', taskId = ''] = task.split('/');
  const life = await lifeOf(await logOf(scenario), { kind: 'task', jobId, taskId });
  return life.surroundings!;
}

function valuesOf({ environment }: Surroundings): Record<string, string> {
  return Object.fromEntries(environment!.variables.map(({ name, value }) => [name, value]));
}

const pool = (keys = ''): string =>
  `pools: [{ id: farm, vmSize: D4, targetDedicatedNodes: 1${keys} }]`;
const job = (task: string, keys = ''): string =>
  `jobs: [{ id: frames, poolInfo: { poolId: farm }${keys}, tasks: [{ id: one, runTime: PT1M${task} }] }]`;

describe('the environment of a task', () => {
  it('has the ids, the kind of node and the directories on Linux', async () => {
    const found = await around(`account: { name: studio }\n${pool()}\n${job('')}`);
    const values = valuesOf(found);
    const nodeId = values['AZ_BATCH_NODE_ID']!;
    expect(nodeId).toMatch(/^tvm-\d+_1-\d{8}t\d{6}z$/);
    expect(values).toEqual({
      AZ_BATCH_ACCOUNT_NAME: 'studio',
      AZ_BATCH_POOL_ID: 'farm',
      AZ_BATCH_NODE_ID: nodeId,
      AZ_BATCH_JOB_ID: 'frames',
      AZ_BATCH_TASK_ID: 'one',
      AZ_BATCH_NODE_IS_DEDICATED: 'true',
      AZ_BATCH_NODE_ROOT_DIR: '/mnt/batch/tasks',
      AZ_BATCH_NODE_SHARED_DIR: '/mnt/batch/tasks/shared',
      AZ_BATCH_NODE_STARTUP_DIR: '/mnt/batch/tasks/startup',
      AZ_BATCH_NODE_MOUNTS_DIR: '/mnt/batch/tasks/fsmounts',
      AZ_BATCH_TASK_DIR: '/mnt/batch/tasks/workitems/frames/job-1/one',
      AZ_BATCH_TASK_WORKING_DIR: '/mnt/batch/tasks/workitems/frames/job-1/one/wd',
      AZ_BATCH_CERTIFICATES_DIR: '/mnt/batch/tasks/workitems/frames/job-1/one/certs',
    });
    expect(found.directories.map(({ name }) => name)).toEqual([
      '/mnt/batch/tasks/workitems/frames/job-1/one/stdout.txt',
      '/mnt/batch/tasks/workitems/frames/job-1/one/stderr.txt',
      '/mnt/batch/tasks/workitems/frames/job-1/one/wd',
      '/mnt/batch/tasks/workitems/frames/job-1/one/certs',
    ]);
  });

  it.each([
    ', cloudServiceConfiguration: { osFamily: 4 }',
    ', virtualMachineConfiguration: { nodeAgentSKUId: batch.node.windows amd64 }',
    ', virtualMachineConfiguration: { imageReference: { publisher: MicrosoftWindowsServer } }',
  ])('has the directories of Windows for a pool with%s', async (keys) => {
    const values = valuesOf(await around(`${pool(keys)}\n${job('')}`));
    expect(values['AZ_BATCH_NODE_SHARED_DIR']).toBe('D:\\batch\\tasks\\shared');
    expect(values['AZ_BATCH_TASK_WORKING_DIR']).toBe(
      'D:\\batch\\tasks\\workitems\\frames\\job-1\\one\\wd',
    );
    expect(values).not.toHaveProperty('AZ_BATCH_CERTIFICATES_DIR');
  });

  it('tells a spot node', async () => {
    const spot = 'pools: [{ id: farm, vmSize: D4, targetLowPriorityNodes: 1 }]';
    const values = valuesOf(await around(`${spot}\n${job('')}`));
    expect(values['AZ_BATCH_NODE_IS_DEDICATED']).toBe('false');
  });

  it('has what the job sets, and what the task sets before that', async () => {
    const found = await around(
      `${pool()}\n${job(
        ', environmentSettings: [{ name: QUALITY, value: high }]',
        ', commonEnvironmentSettings: [{ name: QUALITY, value: low }, { name: SCENE, value: x }]',
      )}`,
    );
    const set = found.environment!.variables.filter(({ setBy }) => setBy !== 'service');
    expect(set).toEqual([
      { name: 'QUALITY', value: 'high', setBy: 'task' },
      { name: 'SCENE', value: 'x', setBy: 'job' },
    ]);
  });

  it('keeps the variables of the service, whoever sets them', async () => {
    const settings = '[{ name: AZ_BATCH_TASK_ID, value: mine }, { name: CCP_NODES, value: mine }]';
    const found = await around(`${pool()}\n${job(`, environmentSettings: ${settings}`)}`);
    expect(valuesOf(found)).toMatchObject({ AZ_BATCH_TASK_ID: 'one' });
    expect(valuesOf(found)).not.toHaveProperty('CCP_NODES');
    expect(found.environment!.notOverwritten).toEqual(['AZ_BATCH_TASK_ID', 'CCP_NODES']);
  });

  it('names the directory of each application package, as the operating system spells it', async () => {
    const packages =
      ', applicationPackageReferences: [{ applicationId: my-tool, version: "2.7" }, { applicationId: lib }]';
    const task = ', applicationPackageReferences: [{ applicationId: extra, version: "1" }]';
    const linux = valuesOf(await around(`${pool(packages)}\n${job(task)}`));
    expect(linux).toMatchObject({
      AZ_BATCH_APP_PACKAGE_my_tool_2_7: '/mnt/batch/tasks/applications/my-tool2.7',
      AZ_BATCH_APP_PACKAGE_lib: '/mnt/batch/tasks/applications/lib',
      AZ_BATCH_APP_PACKAGE_extra_1: '/mnt/batch/tasks/applications/extra1',
    });
    const cloud = `${packages}, cloudServiceConfiguration: {}`;
    expect(valuesOf(await around(`${pool(cloud)}\n${job('')}`))).toHaveProperty(
      'AZ_BATCH_APP_PACKAGE_MY-TOOL#2.7',
      'D:\\batch\\tasks\\applications\\my-tool2.7',
    );
  });

  it('names the directory of the job preparation task', async () => {
    const preparation = ', jobPreparationTask: { id: prepare, runTime: PT1M }';
    expect(valuesOf(await around(`${pool()}\n${job('', preparation)}`))).toMatchObject({
      AZ_BATCH_JOB_PREP_DIR: '/mnt/batch/tasks/workitems/frames/job-1/prepare',
      AZ_BATCH_JOB_PREP_WORKING_DIR: '/mnt/batch/tasks/workitems/frames/job-1/prepare/wd',
    });
  });

  it('lists the nodes of a multi-instance task', async () => {
    const many =
      'pools: [{ id: farm, vmSize: D4, cores: 4, targetDedicatedNodes: 3, enableInterNodeCommunication: true }]';
    const found = await around(
      `${many}\n${job(', multiInstanceSettings: { numberOfInstances: 3 }')}`,
    );
    expect(valuesOf(found)).toMatchObject({
      AZ_BATCH_NODE_LIST: '10.0.0.4;10.0.0.5;10.0.0.6',
      AZ_BATCH_HOST_LIST: '10.0.0.4,10.0.0.5,10.0.0.6',
      AZ_BATCH_MASTER_NODE: '10.0.0.4:6000',
      AZ_BATCH_IS_CURRENT_NODE_MASTER: 'true',
      AZ_BATCH_TASK_SHARED_DIR: '/mnt/batch/tasks/workitems/frames/job-1/one',
      CCP_NODES: '3 10.0.0.4 4 10.0.0.5 4 10.0.0.6 4',
    });
    const numbers = found.files.map(({ nodeId }) => /_(\d)-/.exec(nodeId)![1]);
    expect(numbers.sort()).toEqual(['1', '2', '3']);
  });

  it('has names of 2014 and 2015 for those who ask', async () => {
    const open = ', enableInterNodeCommunication: true';
    const scenario = `account: { name: studio }\n${pool(open)}\n${job('')}`;
    const { environment } = await around(scenario);
    const legacy = Object.fromEntries(
      environment!.legacyVariables.map(({ name, value }) => [name, value]),
    );
    expect(legacy).toMatchObject({
      WATASK_ACCOUNT_NAME: 'studio',
      WATASK_WORKITEM_NAME: 'frames',
      WATASK_JOB_NAME: 'job-1',
      WATASK_TASK_NAME: 'one',
      WATASK_POOL_NAME: 'farm',
      WATASK_TVM_ROOT_DIR: '/mnt/batch/tasks',
      WATASK_PORTRANGE_LOW: '1101',
      WATASK_PORTRANGE_HIGH: '65535',
    });
    expect(legacy['WATASK_TVM_NAME']).toMatch(/^tvm-/);
    const subject = { kind: 'task', jobId: 'frames', taskId: 'one' } as const;
    const life = await lifeOf(await logOf(scenario), subject);
    expect(renderLife(life)).not.toContain('WATASK');
    expect(renderLife(life, { legacyNames: true })).toContain('WATASK_TVM_NAME');
  });

  it('adds no line to the log of a scenario that sets none of it', async () => {
    const log = await logOf(`${pool()}\n${job('')}`);
    expect(log).not.toMatch(/"event":"\w*Environment"/);
    const set = job(', environmentSettings: [{ name: A, value: b }]');
    expect(await logOf(`${pool()}\n${set}`)).toMatch(/"event":"TaskEnvironment"/);
  });
});

describe('the files of a task stay', () => {
  const minute = 60_000;
  const until = async (scenario: string): Promise<(number | string | null)[][]> => {
    const { files } = await around(scenario);
    return files.map(({ from, until: end, reason }) => [from, end, reason]);
  };

  it('for seven days after it, or for its retention time, or that of its job', async () => {
    const week = 7 * 24 * 60 * minute;
    const over = 'the retention time is over';
    expect(await until(`${pool()}\n${job('')}`)).toEqual([[0, minute + week, over]]);
    const own = job(', constraints: { retentionTime: PT10M }');
    expect(await until(`${pool()}\n${own}`)).toEqual([[0, 11 * minute, over]]);
    const ofJob = job('', ', constraints: { retentionTime: PT20M }');
    expect(await until(`${pool()}\n${ofJob}`)).toEqual([[0, 21 * minute, over]]);
  });

  it.each([
    ['removeNodes, poolId: farm, nodes: all', 'the node left the pool'],
    ['reimageNode, poolId: farm, nodes: all', 'the node was reimaged'],
    ['deleteTask, jobId: frames, taskId: one', 'the task was deleted'],
    ['deleteJob, jobId: frames', 'the job was deleted'],
  ])('no longer than until %s', async (operation, reason) => {
    const scenario = `until: PT1H\n${pool()}\n${job('')}\noperations: [{ at: PT5M, operation: ${operation} }]`;
    expect(await until(scenario)).toEqual([[0, 5 * minute, reason]]);
  });

  it('no longer than the attempt that another one follows', async () => {
    const long = job('').replace('PT1M', 'PT10M');
    const reboot = '{ at: PT5M, operation: rebootNode, poolId: farm, nodes: all }';
    const scenario = `until: PT1H\n${pool()}\n${long}\noperations: [${reboot}]`;
    const [first, second] = await until(scenario);
    expect(first).toEqual([0, 5 * minute, 'the task goes on in another attempt']);
    expect(second![2]).toBe('the retention time is over');
  });

  it('to the end of the log where the task runs then', async () => {
    const scenario = `until: PT30S\n${pool()}\n${job('')}`;
    expect(await until(scenario)).toEqual([[0, null, 'still running']]);
  });
});

it('a node shows its directories and the files of its tasks', async () => {
  const log = await logOf(`${pool()}\n${job('')}`);
  const nodeId = /"nodeId":"(tvm-[^"]+)"/.exec(log)![1]!;
  const life = await lifeOf(log, { kind: 'node', nodeId });
  expect(life.surroundings!.environment).toBeUndefined();
  expect(life.surroundings!.directories.map(({ name }) => name)).toEqual([
    '/mnt/batch/tasks/applications',
    '/mnt/batch/tasks/fsmounts',
    '/mnt/batch/tasks/shared',
    '/mnt/batch/tasks/startup',
    '/mnt/batch/tasks/volatile',
    '/mnt/batch/tasks/workitems',
  ]);
  expect(life.surroundings!.files).toMatchObject([
    { directory: '/mnt/batch/tasks/workitems/frames/job-1/one', from: 0 },
  ]);
  expect(renderLife(life)).toMatch(/job-1\/one +tvm-\S+ +00:00:00\.000 +7d 00:01:00\.000/);
});
