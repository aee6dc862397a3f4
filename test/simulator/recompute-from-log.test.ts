import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createSimulation, simulate, type SimulationInput } from '../../src/simulator/index.js';
import { parseLog, recompute } from '../support/recompute.js';
import { input, latest, scaledPool, type TestTask } from '../support/simulation-input.js';

const task = fc.record({
  at: fc.integer({ min: 0, max: 5000 }),
  runs: fc.integer({ min: 1, max: 900 }),
  slots: fc.integer({ min: 1, max: 3 }),
  exitCode: fc.constantFrom(0, 0, 0, 1),
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
        let text = '';
        const record = simulate(scenario(tasks, option, end), {
          writeLog: (more) => (text += more),
        });
        const found = recompute(parseLog(text), end * 1000, 60_000);
        const { tasks: counts, wait } = record;
        const [pool] = record.pools;
        expect({
          submitted: counts.submitted,
          succeeded: counts.succeeded,
          failed: counts.failed,
          terminated: counts.terminated,
          attempts: counts.attempts,
          interruptions: counts.requeues + counts.recoveries,
          preemptions: pool!.nodes.spot.preemptions,
          retries: counts.retries,
          makespan: record.makespanSeconds,
          evaluations: pool!.autoScale!.evaluations,
          failedEvaluations: pool!.autoScale!.failedEvaluations,
          resizes: pool!.resizes,
          resizeResults: pool!.resizeResults,
          peakNodes: pool!.peakNodes,
        }).toEqual({
          submitted: found.submitted,
          succeeded: found.succeeded,
          failed: found.failed,
          terminated: found.terminated,
          attempts: found.attempts,
          interruptions: found.requeues,
          preemptions: found.preemptions,
          retries: found.retries,
          makespan: found.makespan / 1000,
          evaluations: found.evaluations,
          failedEvaluations: found.failedEvaluations,
          resizes: found.resizes,
          resizeResults: found.resizeResults,
          peakNodes: found.peakNodes,
        });

        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(wait.tasks).toBe(found.waits.length);
        expect(wait.totalSeconds).toBe(sum(found.waits) / 1000);
        expect(wait.maxSeconds).toBe(
          found.waits.length === 0 ? null : Math.max(...found.waits) / 1000,
        );
        const sorted = found.waits.toSorted((a, b) => a - b);
        for (const [share, value] of [
          [0.5, wait.p50Seconds],
          [0.95, wait.p95Seconds],
          [0.99, wait.p99Seconds],
        ] as const) {
          const exact = (sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1000;
          expect(Math.abs((value ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.001);
        }

        for (const kind of ['dedicated', 'spot'] as const) {
          const states = found.nodeTime[kind];
          const time = (...names: string[]): number => sum(names.map((n) => states[n] ?? 0)) / 1000;
          expect(pool!.nodes[kind]).toMatchObject({
            presentSeconds: sum(Object.values(states)) / 1000,
            billedSeconds: found.billed[kind] / 1000,
            runningSeconds: time('running'),
            idleSeconds: time('idle'),
            bootingSeconds: time('creating', 'starting', 'waitingforstarttask'),
            leavingSeconds: time('leavingpool'),
            preemptedSeconds: time('preempted'),
            slotSeconds: found.slotTime[kind] / 1000,
          });
        }
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
  let text = '';
  simulate(scenario([{ at: 0, runs: 10 }], 'requeue', 1000), {
    writeLog: (more) => (text += more),
  });
  const lines = parseLog(text);
  expect(lines[0]).toMatchObject({
    t: 0,
    time: '2020-05-22T21:21:18.900Z',
    event: 'PoolCreate',
    body: { id: 'pool', resizeTimeout: '900000', vmFillType: 'Spread', enableAutoScale: true },
  });
  const submitted = lines.find((line) => line.event === 'TaskStateChange');
  expect(submitted?.body).toEqual({ jobId: 'job "1"', id: 'task-0', from: null, to: 'active' });
});
