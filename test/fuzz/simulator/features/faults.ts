import type { Draws } from '../../draws.js';
import type { Feature } from '../feature.js';
import type { Json } from '../scenario-draft.js';

type Keys = Readonly<Record<string, Json>>;

function times(draws: Draws): Keys {
  if (draws.chance(0.5)) return { at: [draws.between(0, 4000), draws.between(4000, 9000)] };
  const from = draws.between(0, 3000);
  return { every: draws.between(300, 3000), from, ...(draws.chance(0.5) ? { until: 9000 } : {}) };
}

function timesOrRate(draws: Draws): Keys {
  if (draws.chance(0.3)) return { ratePerNodeHour: draws.pick([0.5, 5]) };
  const nodes = draws.pick<Keys>([
    {},
    { share: 0.3 },
    { count: draws.between(1, 3) },
    { nodes: { numbers: [1, 3] } },
  ]);
  return { ...times(draws), ...nodes };
}

const lasting = (draws: Draws): Keys => ({ ...times(draws), for: draws.pick([100, 2000]) });

const share = (draws: Draws): Keys => ({ share: draws.pick([0.5, 1]) });

const recovery = (draws: Draws): Keys =>
  draws.pick<Keys>([
    {},
    { recovery: 'never' },
    { recovery: 0 },
    { recovery: { uniform: [10, 900] } },
  ]);

/** Keys of each fault of one pool, beside its kind. */
const poolFaults: Readonly<Record<string, (draws: Draws) => Keys>> = {
  preemption: timesOrRate,
  nodeUnusable: (draws) => ({ ...timesOrRate(draws), ...recovery(draws) }),
  nodeUnknown: (draws) => ({ ...timesOrRate(draws), ...recovery(draws) }),
  startTaskFailure: (draws) => ({ ...lasting(draws), ...share(draws) }),
  preparationTaskFailure: (draws) => ({ ...lasting(draws), ...share(draws) }),
  taskFailure: (draws) => ({ ...lasting(draws), ...share(draws), exitCode: draws.between(1, 3) }),
  slowNodes: (draws) => ({ ...lasting(draws), ...share(draws), factor: draws.pick([1, 2.5]) }),
  allocationFailure: (draws) => ({
    ...lasting(draws),
    ...share(draws),
    ...(draws.chance(0.5) ? { nodeKind: draws.pick(['dedicated', 'spot']) } : {}),
    code: draws.pick(['AllocationFailed', 'Unknown']),
  }),
  allocationDelay: (draws) => ({ ...lasting(draws), delay: draws.pick([100, 1000]) }),
  sampleLoss: (draws) => ({ ...lasting(draws), ...share(draws) }),
  sampleDelay: (draws) => ({ ...lasting(draws), delay: draws.pick([60, 600]) }),
};

export const faults: Feature = {
  name: 'faults',
  share: 0.4,
  add(draft, draws) {
    draft.more['faults'] = Array.from({ length: draws.between(1, 3) }, () => {
      const [kind, keys] = draws.pick(Object.entries(poolFaults));
      return { kind, poolId: draws.pick(draft.pools).id, ...keys(draws) };
    });
    draft.parameters['node.recovery_s'] = { uniform: [0, 900] };
  },
};

export const quotaChanges: Feature = {
  name: 'changes of the quotas',
  share: 0.1,
  add(draft, draws) {
    const { faults: before = [] } = draft.more as { readonly faults?: readonly Json[] };
    const change = {
      kind: 'quotaChange',
      ...times(draws),
      dedicatedCoreQuota: draws.between(0, 20),
      lowPriorityCoreQuota: draws.between(0, 20),
    };
    draft.more['faults'] = [...before, change];
    for (const pool of draft.pools) pool['cores'] = 4;
  },
};
