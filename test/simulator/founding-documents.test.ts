import { expect, it } from 'vitest';

import { startTimesOf } from '../support/log-extracts.js';
import { runLogged } from '../support/logged-run.js';
import { loadInput } from '../support/memory-files.js';

/** When each task started, in seconds, by its id. */
async function starts(scenario: string): Promise<Record<string, number>> {
  return startTimesOf(runLogged(await loadInput(scenario)).log);
}

const instant = `parameters:
  alloc.first_node_s: { constant: 0 }
  alloc.extra_node_s: { constant: 0 }
  alloc.slow_node_share: 0
  node.creating_to_idle_s: { constant: 60 }
  node.leaving_s: { constant: 0 }
  sched.latency_s: { constant: 0 }
`;

it('a job of the highest priority takes no node from another pool', async () => {
  const times = await starts(`${instant}
pools:
  - { id: crowded, vmSize: Standard_D4s_v5, targetDedicatedNodes: 1 }
  - { id: free, vmSize: Standard_D4s_v5, targetDedicatedNodes: 1 }
jobs:
  - id: urgent
    poolInfo: { poolId: crowded }
    priority: 1000
    tasks: [{ id: first, runTime: PT1H }, { id: second, runTime: PT1H }]
  - id: idle
    poolInfo: { poolId: free }
    priority: -1000
    tasks: [{ id: low, runTime: PT1H }]
`);
  expect(times).toEqual({ first: 60, low: 60, second: 3660 });
});

it('a node takes a task as soon as it is ready, whatever the others do', async () => {
  const scenario = `${instant.replace('alloc.extra_node_s: { constant: 0 }', 'alloc.extra_node_s: { constant: 300 }')}
pools:
  - { id: render, vmSize: Standard_D4s_v5, targetDedicatedNodes: 2 }
jobs:
  - id: frames
    poolInfo: { poolId: render }
    tasks: [{ id: first, runTime: PT1H }, { id: second, runTime: PT1H }]
`;
  const { first, second } = await starts(scenario);
  expect(first).toBe(60);
  expect(second).toBeGreaterThan(300);
});

it('a formula may scale ahead of a load that comes at a known hour', async () => {
  const scenario = (formula: string): string => `${instant}
start: 2026-03-02T07:00:00Z
pools:
  - id: render
    vmSize: Standard_D4s_v5
    enableAutoScale: true
    autoScaleEvaluationInterval: PT5M
    autoScaleFormula: '${formula}'
jobs:
  - id: frames
    poolInfo: { poolId: render }
    tasks: [{ id: morning, runTime: PT10M, submit: 3600 }]
`;
  const { morning: ahead } = await starts(
    scenario('$TargetDedicatedNodes = time().hour >= 7 ? 1 : 0;'),
  );
  const { morning: late } = await starts(
    scenario('$TargetDedicatedNodes = min(1, $PendingTasks.GetSample(1));'),
  );
  expect(ahead).toBe(3600);
  expect(late).toBeGreaterThan(3660);
});
