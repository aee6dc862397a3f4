import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { simulate } from '../../src/simulator/index.js';
import { runLogged } from '../support/logged-run.js';
import { input, pool, scaledPool, latest, type TestTask } from '../support/simulation-input.js';

const oneNode = (slots = 1) => [pool({ targetDedicatedNodes: 1, taskSlotsPerNode: slots })];

describe('first in, first out on task slots', () => {
  it('runs tasks in order of submission', () => {
    const record = simulate(
      input({ pools: oneNode(), tasks: [{ runs: 10 }, { runs: 20 }, { at: 5, runs: 1 }] }),
    );
    // Waits 0, 10 and 25 s.
    expect(record.wait).toMatchObject({ totalSeconds: 35, maxSeconds: 25, tasks: 3 });
    expect(record.makespanSeconds).toBe(31);
  });

  it('runs as many tasks on a node as it has slots', () => {
    const record = simulate(
      input({ pools: oneNode(4), tasks: Array.from({ length: 8 }, () => ({ runs: 10 })) }),
    );
    expect(record.makespanSeconds).toBe(20);
    expect(record.pools[0]!.nodes.dedicated).toMatchObject({ slotSeconds: 80, runningSeconds: 20 });
  });

  it('lets small tasks pass a wide one that does not fit, without a reservation', () => {
    const record = simulate(
      input({
        pools: oneNode(4),
        tasks: [
          { runs: 100, slots: 3 },
          { at: 1, runs: 10, slots: 4 },
          { at: 2, runs: 10, slots: 1 },
        ],
      }),
    );
    // The wide one waits for the whole node (99 s), the small one starts at once.
    expect(record.wait.totalSeconds).toBe(99);
  });

  it('spreads over nodes or packs them, as nodeFillType says', () => {
    const busyNodes = (nodeFillType: 'spread' | 'pack') =>
      simulate(
        input({
          pools: [pool({ targetDedicatedNodes: 4, taskSlotsPerNode: 4, nodeFillType })],
          tasks: Array.from({ length: 4 }, () => ({ at: 1, runs: 10 })),
        }),
      ).pools[0]!.nodes.dedicated.runningSeconds / 10;
    expect(busyNodes('spread')).toBe(4);
    expect(busyNodes('pack')).toBe(1);
  });

  it('holds the slot through the scheduling latency while the task stays active', () => {
    const pending: number[][] = [];
    const record = simulate(
      input({
        pools: [
          scaledPool(
            (view) => {
              pending.push([latest(view, '$ActiveTasks'), latest(view, '$RunningTasks')]);
              return { dedicated: 1 };
            },
            { interval: 300 },
          ),
        ],
        tasks: [{ at: 290, runs: 100 }],
        parameters: { 'sched.latency_s': { constant: 60 } },
      }),
    );
    expect(pending.slice(0, 3)).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
    expect(record.wait.totalSeconds).toBe(60);
    expect(record.pools[0]!.nodes.dedicated.slotSeconds).toBe(160);
  });
});

describe('jobs', () => {
  const order = (
    settings: { jobDefaultOrder?: 'none' | 'creationtime' },
    priorities: readonly number[],
    seed = '1',
  ) => {
    const { log } = runLogged(
      input({
        seed,
        pools: [pool({ targetDedicatedNodes: 1, ...settings })],
        jobs: priorities.map((priority, i) => ({
          id: `job-${i}`,
          pool: 0,
          priority,
          maxTaskRetryCount: 0,
        })),
        // The first task keeps the node busy while all others arrive.
        tasks: Array.from({ length: 41 }, (_, i) => ({
          at: i === 0 ? 0 : 1,
          runs: 10,
          job: i % 2,
        })),
      }),
    );
    return log
      .filter((line) => line.event === 'TaskStart')
      .map((line) => line.body['jobId'] as string)
      .slice(1);
  };
  const twenty = (job: string) => Array.from({ length: 20 }, () => job);

  it('of higher priority go first', () => {
    expect(order({}, [0, 100])).toEqual([...twenty('job-1'), ...twenty('job-0')]);
  });

  it('of equal priority have the same chance each time a slot is free', () => {
    const first = order({}, [0, 0]).slice(0, 20);
    const ofJob0 = first.filter((id) => id === 'job-0').length;
    // Binomial(20, 1/2): outside 3..17 once in 2,500 seeds; this seed is fixed.
    expect(ofJob0).toBeGreaterThan(2);
    expect(ofJob0).toBeLessThan(18);
    expect(order({}, [0, 0], '2')).not.toEqual(order({}, [0, 0], '1'));
  });

  it('go in order of creation when jobDefaultOrder says so', () => {
    expect(order({ jobDefaultOrder: 'creationtime' }, [0, 0])).toEqual([
      ...twenty('job-0'),
      ...twenty('job-1'),
    ]);
  });
});

describe('with two jobs of unequal priority', () => {
  const task = fc.record({
    at: fc.integer({ min: 0, max: 300 }),
    runs: fc.integer({ min: 0, max: 100 }),
    slots: fc.integer({ min: 1, max: 4 }),
    exitCode: fc.constantFrom(0, 0, 1),
    job: fc.integer({ min: 0, max: 1 }),
  });
  const slotsOfNode = 4;

  /** Runs tasks of two jobs on nodes that never leave; the lines of the event log. */
  function runOn(nodes: number, tasks: readonly TestTask[], priorities: readonly number[]) {
    return runLogged(
      input({
        pools: [pool({ targetDedicatedNodes: nodes, taskSlotsPerNode: slotsOfNode })],
        jobs: priorities.map((priority, i) => ({
          id: `job-${i}`,
          pool: 0,
          priority,
          maxTaskRetryCount: 1,
        })),
        tasks,
        parameters: {
          'node.creating_to_idle_s': { uniform: [0, 200] },
          'sched.latency_s': { uniform: [0, 10] },
        },
      }),
    ).log;
  }

  it('no queued task of the lower starts while an eligible one of the higher waits', () => {
    let choices = 0;
    fc.assert(
      fc.property(
        fc.array(task, { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 2 }),
        (tasks, nodes, priorities) => {
          const higher = `job-${priorities[0]! > priorities[1]! ? 0 : 1}`;
          // With the time at which a task came back, -1 for a new one: what it leaves is given away first (S4.1, S5.2).
          const waiting = new Map<number, number>();
          // Of the nodes that have had a task: where one has not, no task that fits on a node is waiting.
          const free = new Map<string, number>();
          for (const { t, event, body } of runOn(nodes, tasks, priorities)) {
            const number = Number(String(body['id']).replace('task-', ''));
            if (event === 'TaskStateChange' && body['to'] === 'active') {
              waiting.set(number, body['from'] === null ? -1 : t);
            }
            if (event !== 'TaskAssign' && event !== 'TaskRelease') continue;
            const { nodeId } = body['nodeInfo'] as { nodeId: string };
            const slots = free.get(nodeId) ?? slotsOfNode;
            free.set(nodeId, slots);
            const required = tasks[number]!.slots;
            if (event === 'TaskRelease') {
              free.set(nodeId, slots + required);
              continue;
            }
            waiting.delete(number);
            if (body['jobId'] !== higher) {
              const most = Math.max(...free.values());
              const passed = [...waiting.keys()].filter((one) => {
                const { job, slots: wanted } = tasks[one]!;
                return `job-${job}` === higher && waiting.get(one)! < t && wanted <= most;
              });
              expect({ t, number, passed }).toEqual({ t, number, passed: [] });
            } else if (waiting.size > 0) choices++;
            free.set(nodeId, slots - required);
          }
        },
      ),
      { numRuns: 200 },
    );
    // Tasks of the higher did start while others waited.
    expect(choices).toBeGreaterThan(200);
  });
});

describe('retries', () => {
  const attempts = (maxTaskRetryCount: number, exitCode: number) =>
    simulate(
      input({
        pools: oneNode(),
        jobs: [{ id: 'job', pool: 0, maxTaskRetryCount }],
        tasks: [{ runs: 10, exitCode }],
      }),
    ).tasks;

  it('n retries make n + 1 attempts of a task that fails', () => {
    expect(attempts(0, 1)).toMatchObject({ attempts: 1, retries: 0, failed: 1 });
    expect(attempts(3, 1)).toMatchObject({ attempts: 4, retries: 3, failed: 1 });
  });

  it('never retry a success', () => {
    expect(attempts(3, 0)).toMatchObject({ attempts: 1, succeeded: 1 });
  });
});

describe('the end of a run', () => {
  it('names tasks that need more slots than a node has', () => {
    const record = simulate(
      input({ pools: oneNode(2), tasks: [{ runs: 10 }, { runs: 10, slots: 3 }] }),
    );
    expect(record.end).toMatchObject({
      reason: 'stalled',
      stalledTasks: [
        {
          jobId: 'job',
          taskId: 'task-1',
          reason: 'requiredSlots is larger than the 2 task slots of a node in pool pool',
        },
      ],
    });
    expect(record.tasks).toMatchObject({ succeeded: 1, active: 1, neverStarted: 1 });
  });

  it('names tasks for which a pool never has nodes', () => {
    const fixed = simulate(input({ pools: [pool()], tasks: [{ runs: 10 }] }));
    expect(fixed.end.reason).toBe('stalled');
    const scaled = simulate(input({ pools: [scaledPool(() => ({}))], tasks: [{ runs: 10 }] }));
    expect(scaled.end).toMatchObject({ reason: 'stalled', atSeconds: 8 * 86_400 });
  });

  it('terminates a task that is stopped before its end again and again after 180 days', () => {
    const record = simulate(
      input({
        pools: [
          scaledPool((_, evaluation) => ({ dedicated: evaluation % 2, option: 'requeue' }), {
            interval: 3600,
          }),
        ],
        tasks: [{ runs: 5000 }],
      }),
    );
    expect(record.end).toMatchObject({ reason: 'drained', atSeconds: 180 * 86_400 });
    expect(record.tasks).toMatchObject({ terminated: 1, failureCodes: { TaskEnded: 1 } });
    expect(record.tasks.requeues).toBeGreaterThan(2000);
  });

  it('drains: a pool that keeps a node ends once it has been unchanged for an hour', () => {
    const record = simulate(
      input({ pools: [scaledPool(() => ({ dedicated: 1 }))], tasks: [{ runs: 10 }] }),
    );
    expect(record.end).toMatchObject({ reason: 'drained', atSeconds: 3600 });
  });

  it('counts what is unfinished at a fixed end', () => {
    const record = simulate(
      input({
        pools: oneNode(),
        tasks: [{ runs: 10 }, { runs: 100 }, { runs: 10 }],
        until: { kind: 'time', at: 50 * 4000 },
      }),
    );
    expect(record.end).toEqual({ reason: 'time', atSeconds: 50, partial: false });
    expect(record.tasks).toMatchObject({ succeeded: 1, running: 1, active: 1, neverStarted: 1 });
    expect(record.pools[0]!.nodes.dedicated.slotSeconds).toBe(50);
  });
});

describe('whatever the workload', () => {
  const task = fc.record({
    at: fc.integer({ min: 0, max: 5000 }),
    runs: fc.integer({ min: 0, max: 900 }),
    slots: fc.integer({ min: 1, max: 4 }),
    exitCode: fc.constantFrom(0, 0, 0, 1),
  });
  const option = fc.constantFrom('requeue', 'terminate', 'taskcompletion', 'retaineddata');

  it('every task is somewhere, slots are never oversold and node time adds up', () => {
    fc.assert(
      fc.property(
        fc.array(task, { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 10 }),
        option,
        fc.integer({ min: 0, max: 20_000 }),
        (tasks: TestTask[], sizes, nodeDeallocationOption, end) => {
          const record = simulate(
            input({
              pools: [
                scaledPool(
                  (_, evaluation) => ({
                    dedicated: sizes[evaluation % sizes.length]!,
                    spot: sizes[(evaluation * 3 + 1) % sizes.length]!,
                    option: nodeDeallocationOption,
                  }),
                  { taskSlotsPerNode: 4 },
                ),
              ],
              jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 1 }],
              tasks,
              until: { kind: 'time', at: end * 4000 },
              parameters: {
                'alloc.first_node_s': { uniform: [0, 400] },
                'alloc.extra_node_s': { exponential: { mean: 10 } },
                'node.creating_to_idle_s': { constant: 60 },
                'node.leaving_s': { uniform: [0, 60] },
                'sched.latency_s': { uniform: [0, 10] },
                'preempt.rate_per_hour': 1,
                'preempt.return_s': { uniform: [0, 600] },
              },
            }),
          );
          const { submitted, succeeded, failed, terminated, active, running } = record.tasks;
          expect(submitted).toBe(tasks.filter(({ at = 0 }) => at <= end).length);
          expect(succeeded + failed + terminated + active + running).toBe(submitted);
          for (const figures of Object.values(record.pools[0]!.nodes)) {
            const { slotSeconds, runningSeconds, leavingSeconds, presentSeconds } = figures;
            expect(slotSeconds).toBeLessThanOrEqual(4 * (runningSeconds + leavingSeconds));
            expect(presentSeconds).toBeCloseTo(
              figures.bootingSeconds +
                figures.idleSeconds +
                runningSeconds +
                leavingSeconds +
                figures.preemptedSeconds,
              6,
            );
            expect(figures.billedSeconds).toBeGreaterThanOrEqual(runningSeconds);
            expect(figures.allocated - figures.removed).toBeGreaterThanOrEqual(0);
          }
          const { series } = record.pools[0]!;
          const area = series.dedicatedNodes.reduce(
            (total, level, i) =>
              total +
              level * (Math.min(end, (i + 1) * series.stepSeconds) - i * series.stepSeconds),
            0,
          );
          expect(area).toBeCloseTo(record.pools[0]!.nodes.dedicated.presentSeconds, 6);
        },
      ),
      { numRuns: 150 },
    );
  });
});
