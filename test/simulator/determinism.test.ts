import { expect, it } from 'vitest';

import { createSimulation, parametersWith, simulate } from '../../src/simulator/index.js';
import { input, latest, scaledPool } from '../support/simulation-input.js';

const tasks = Array.from({ length: 400 }, (_, i) => ({
  at: (i * 37) % 7200,
  runs: 30 + ((i * 101) % 600),
  exitCode: i % 20 === 0 ? 1 : 0,
}));

/** A run with every default: random allocation, boot, latency, sample phase. */
const run = (seed: string) => ({
  ...input({
    seed,
    pools: [
      scaledPool((view) => ({
        dedicated: Math.min(5, latest(view, '$PendingTasks')),
        spot: Math.min(10, Math.floor(latest(view, '$PendingTasks') / 4)),
        option: 'taskcompletion',
      })),
    ],
    tasks,
  }),
  parameters: parametersWith(),
});

it('gives the same record twice for one seed, and another for another', () => {
  const first = JSON.stringify(simulate(run('42')));
  expect(JSON.stringify(simulate(run('42')))).toBe(first);
  expect(JSON.stringify(simulate(run('43')))).not.toBe(first);
});

it('does not depend on how the run is cut into slices, nor on looking at it', () => {
  const whole = simulate(run('42'));
  const sliced = createSimulation(run('42'));
  while (sliced.advance(7)) sliced.record();
  expect(sliced.record()).toEqual(whole);
});

it('marks the record of an unfinished run as partial', () => {
  const simulation = createSimulation(run('42'));
  simulation.advance(500);
  const record = simulation.record();
  expect(record.end).toMatchObject({ reason: 'interrupted', partial: true });
  expect(simulation.progress).toMatchObject({ taskCount: 400 });
  expect(record.tasks.submitted).toBe(simulation.progress.tasksSubmitted);
});
