import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createSimulation, simulate, type SimulationInput } from '../../src/simulator/index.js';
import { runLogged, runRecomputed } from '../support/logged-run.js';
import { taskSettings } from '../support/task-settings-arbitrary.js';
import { input, latest, scaledPool, type TestTask } from '../support/simulation-input.js';

const task = fc.record({
  at: fc.integer({ min: 0, max: 5000 }),
  runs: fc.integer({ min: 1, max: 900 }),
  slots: fc.integer({ min: 1, max: 3 }),
  exitCode: fc.constantFrom(0, 0, 0, 1),
  settings: taskSettings,
});

function scenario(
  tasks: TestTask[],
  option: 'requeue' | 'terminate' | 'taskcompletion' | 'retaineddata',
  end: number,
): SimulationInput {
  return input({
    start: 123_456_789_000_000,
    pools: [
      scaledPool(
        (view, evaluation) =>
          evaluation % 5 === 4
            ? { error: 'InsufficientSampleData' }
            : {
                dedicated: Math.min(4, Math.floor(latest(view, '$PendingTasks') / 3)),
                spot: evaluation % 3,
                option,
              },
        { taskSlotsPerNode: 4 },
      ),
    ],
    jobs: [{ id: 'job "1"', pool: 0, maxTaskRetryCount: 1 }],
    tasks,
    until: { kind: 'time', at: end * 4000 },
    parameters: {
      'alloc.first_node_s': { lognormal: { median: 200, sigma: 0.5 } },
      'alloc.extra_node_s': { exponential: { mean: 10 } },
      'node.creating_to_idle_s': { uniform: [30, 90] },
      'node.leaving_s': { uniform: [0, 60] },
      'sched.latency_s': { uniform: [0, 10] },
      'resize.autoscale_timeout_s': 250,
      'bill.quantum_s': 60,
      'preempt.rate_per_hour': 2,
      'preempt.return_s': { uniform: [0, 600] },
    },
  });
}

it('every figure of the record follows from the event log, to the last digit', () => {
  fc.assert(
    fc.property(
      fc.array(task, { minLength: 1, maxLength: 60 }),
      fc.constantFrom('requeue', 'terminate', 'taskcompletion', 'retaineddata'),
      fc.integer({ min: 100, max: 15_000 }),
      (tasks, option, end) => {
        runRecomputed(scenario(tasks, option, end));
      },
    ),
    { numRuns: 100 },
  );
});

it('the log does not depend on how the run is cut into slices, and changes nothing', () => {
  const tasks = Array.from({ length: 50 }, (_, i) => ({ at: i * 60, runs: 200 }));
  let whole = '';
  const record = simulate(scenario(tasks, 'requeue', 9000), {
    writeLog: (more) => (whole += more),
  });
  let sliced = '';
  const simulation = createSimulation(scenario(tasks, 'requeue', 9000), {
    writeLog: (more) => (sliced += more),
  });
  while (simulation.advance(13));
  expect(sliced).toBe(whole);
  expect(simulate(scenario(tasks, 'requeue', 9000))).toEqual(record);
});

it('writes each line with exact milliseconds and the instant', () => {
  const { log: lines } = runLogged(scenario([{ at: 0, runs: 10 }], 'requeue', 1000));
  expect(lines[0]).toMatchObject({
    t: 0,
    time: '2020-05-22T21:21:18.900Z',
    event: 'PoolCreate',
    body: { id: 'pool', resizeTimeout: '900000', vmFillType: 'Spread', enableAutoScale: true },
  });
  const submitted = lines.find((line) => line.event === 'TaskStateChange');
  expect(submitted?.body).toEqual({ jobId: 'job "1"', id: 'task-0', from: null, to: 'active' });
});
