import type { Draws } from '../../draws.js';
import type { Feature } from '../feature.js';
import type { Json, ScenarioDraft } from '../scenario-draft.js';
import { deallocationOptions, randomFormula } from './autoscale.js';

type Keys = Readonly<Record<string, Json>>;

function nodes(draws: Draws): Json {
  return draws.pick<Json>([
    { numbers: [draws.between(1, 8)] },
    { numbers: [1, 3, 5] },
    { state: ['idle'], first: draws.between(1, 3) },
    { state: ['running'], first: 1 },
    { state: ['offline', 'deallocated', 'starttaskfailed'] },
    { kind: draws.pick(['dedicated', 'spot']) },
    'all',
  ]);
}

const option = (draws: Draws): string => draws.pick(deallocationOptions);

/** What a request may ask beside its kind and its pool. */
const requests: Readonly<Record<string, (draws: Draws) => Keys>> = {
  resizePool: (draws) => ({
    targetDedicatedNodes: draws.between(0, 5),
    targetLowPriorityNodes: draws.between(0, 5),
    nodeDeallocationOption: option(draws),
    resizeTimeout: draws.pick([300, 900]),
  }),
  stopPoolResize: () => ({}),
  removeNodes: (draws) => ({ nodes: nodes(draws), nodeDeallocationOption: option(draws) }),
  enableAutoScale: (draws) => ({
    autoScaleFormula: draws.chance(0.1) ? '$TargetDedicatedNodes = ;' : randomFormula(draws),
    autoScaleEvaluationInterval: draws.pick([300, 600]),
  }),
  disableAutoScale: () => ({}),
  updatePool: (draws) => ({
    startTask: {
      runTime: draws.pick([0, 30]),
      waitForSuccess: draws.chance(0.8),
      failureShare: draws.pick([0, 0.3]),
    },
    applicationPackageReferences: [{ applicationId: 'tool', version: '1', gigabytes: 1 }],
  }),
  evaluateAutoScale: (draws) => ({ autoScaleFormula: randomFormula(draws) }),
  rebootNode: (draws) => ({ nodes: nodes(draws), nodeRebootOption: option(draws) }),
  reimageNode: (draws) => ({ nodes: nodes(draws), nodeReimageOption: option(draws) }),
  deallocateNode: (draws) => ({ nodes: nodes(draws), nodeDeallocateOption: option(draws) }),
  startNode: (draws) => ({ nodes: nodes(draws) }),
  disableNodeScheduling: (draws) => ({
    nodes: nodes(draws),
    nodeDisableSchedulingOption: draws.pick(['requeue', 'terminate', 'taskcompletion']),
  }),
  enableNodeScheduling: (draws) => ({ nodes: nodes(draws) }),
};

export const addedTasks: Feature = {
  name: 'tasks that operations add',
  share: 0.2,
  add(draft, draws) {
    for (let count = draws.between(1, 4); count > 0; count--) {
      const { id: jobId } = draws.pick(draft.jobs);
      const tasks = Array.from({ length: draws.between(1, 5) }, () => ({
        id: draws.pick(['3', 'added-1', 'added-2', 'added-3']),
        runTime: draws.between(0, 900),
        exitCode: draws.pick([0, 0, 1]),
      }));
      addRequest(draft, { at: draws.between(0, 9000), operation: 'addTasks', jobId, tasks });
    }
  },
};

function constraintsOf(draws: Draws): Keys {
  return {
    ...(draws.chance(0.5) ? { maxTaskRetryCount: draws.between(-2, 4) } : {}),
    ...(draws.chance(0.5) ? { maxWallClockTime: draws.between(0, 1200) } : {}),
    ...(draws.chance(0.3) ? { retentionTime: draws.between(0, 1200) } : {}),
  };
}

export const taskOperations: Feature = {
  name: 'operations on tasks',
  share: 0.3,
  add(draft, draws) {
    for (let count = draws.between(1, 12); count > 0; count--) {
      const operation = draws.pick([
        'terminateTask',
        'deleteTask',
        'reactivateTask',
        'reactivateTask',
        'updateTask',
        'updateTask',
      ]);
      const { id: jobId } = draws.pick(draft.jobs);
      const taskId = String(draws.between(0, 40));
      const constraints = operation === 'updateTask' ? { constraints: constraintsOf(draws) } : {};
      addRequest(draft, { at: draws.between(0, 9000), operation, jobId, taskId, ...constraints });
    }
  },
};

/** Lets some of the operations wait for a condition. */
export const conditions: Feature = {
  name: 'operations with a condition',
  share: 0.3,
  add(draft, draws) {
    const { operations = [] } = draft.more as {
      readonly operations?: readonly Readonly<Record<string, Json>>[];
    };
    draft.more['operations'] = operations.map(({ at, ...rest }) => {
      if (draws.chance(0.5)) return { at: at!, ...rest };
      const after = draws.pick([0, 0, 100]);
      const poolId = draws.pick(draft.pools).id;
      const jobId = draws.pick(draft.jobs).id;
      const when = draws.pick<Json>([
        { poolId, state: draws.pick(['steady', 'resizing', 'deleted']), after },
        { poolId, activeTasks: { above: draws.between(0, 5) }, after },
        { poolId, idleNodes: { below: 1 }, runningTasks: { above: 0 }, after },
        { jobId, state: draws.pick(['disabled', 'completed', 'active']), after },
        { jobId, taskId: '3', state: draws.pick(['running', 'completed']), after },
      ]);
      return draws.chance(0.5) ? { at: at!, when, ...rest } : { when, ...rest };
    });
  },
};

/** Adds an entry of `operations:`. */
export function addRequest(draft: ScenarioDraft, request: Json): void {
  const { operations = [] } = draft.more as { readonly operations?: readonly Json[] };
  draft.more['operations'] = [...operations, request];
}

export const poolAndNodeOperations: Feature = {
  name: 'operations on pools and nodes',
  share: 0.5,
  add(draft, draws) {
    for (let count = draws.between(1, 12); count > 0; count--) {
      const [operation, keys] = draws.pick(Object.entries(requests));
      const poolId = draws.pick(draft.pools).id;
      addRequest(draft, { at: draws.between(0, 9000), operation, poolId, ...keys(draws) });
    }
    const { parameters } = draft;
    parameters['resize.stopping_s'] = draws.pick([0, 20]);
    parameters['node.reboot_s'] = draws.pick([0, 40]);
    parameters['node.reimage_s'] = 100;
    parameters['node.deallocating_s'] = 20;
  },
};

export const poolDelete: Feature = {
  name: 'delete of a pool',
  share: 0.1,
  add(draft, draws) {
    const poolId = draws.pick(draft.pools).id;
    addRequest(draft, { at: draws.between(0, 9000), operation: 'deletePool', poolId });
  },
};
