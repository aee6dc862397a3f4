import type { Draws } from '../draws.js';
import type { JobDraft, PoolDraft, ScenarioDraft } from './scenario-draft.js';

function poolDraft(id: string, draws: Draws): PoolDraft {
  const dedicated = draws.between(0, 4);
  return {
    id,
    vmSize: 'Standard_D4s_v5',
    taskSlotsPerNode: draws.between(1, 4),
    taskSchedulingPolicy: {
      nodeFillType: draws.pick(['spread', 'pack']),
      jobDefaultOrder: draws.pick(['none', 'creationtime']),
    },
    targetDedicatedNodes: dedicated,
    // A pool that never has a node is a rare thing to look at.
    targetLowPriorityNodes: draws.between(dedicated === 0 && draws.chance(0.9) ? 1 : 0, 4),
  };
}

function jobDraft(index: number, poolIds: readonly string[], draws: Draws): JobDraft {
  return {
    id: `job-${index}`,
    poolInfo: { poolId: draws.pick(poolIds) },
    priority: draws.pick([0, 0, 0, 100, -5]),
    constraints: { maxTaskRetryCount: draws.between(0, 2) },
    tasks: [],
  };
}

/** Pools of fixed size with jobs of literal tasks: what every feature starts from. */
export function baseScenario(draws: Draws, seed: string): ScenarioDraft {
  const poolIds = draws.chance(0.4) ? ['a', 'b'] : ['a'];
  const jobCount = draws.between(1, 3);
  const draft: ScenarioDraft = {
    seed,
    start: draws.pick(['2026-03-02T08:00:00Z', '2024-02-28T23:59:17.25Z']),
    until: draws.between(600, 12_000),
    pools: poolIds.map((id) => poolDraft(id, draws)),
    jobs: Array.from({ length: jobCount }, (_, index) => jobDraft(index, poolIds, draws)),
    parameters: {},
    more: {},
  };
  const tasks = draws.between(1, 40);
  for (let number = 0; number < tasks; number++) {
    draws.pick(draft.jobs).tasks.push({
      id: `${number}`,
      submit: draws.between(0, 6000),
      runTime: draws.between(0, 1200),
    });
  }
  return draft;
}
