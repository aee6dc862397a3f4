import type { SimulationInput } from '../../../src/simulator/index.js';
import { countBy, recomputeJobs } from './job-figures.js';
import { quantaOf, sum, type LogLine, type Stretch } from './log-line.js';
import { nodeLives, type BillingRule } from './node-lives.js';
import { recomputeFaults, recomputeOperations, recomputeOsUpgrades } from './operator-figures.js';
import { recomputePool } from './recompute-pool.js';
import { separateLives, withoutMarks } from './separate-lives.js';
import { taskLives, type TaskLife } from './task-lives.js';

/** A figure of a record, or figures by name. */
export type Figures =
  number | string | null | readonly Figures[] | { readonly [key: string]: Figures };

/**
 * The figures of a run, computed from its event log by code that shares nothing with the simulator: of the scenario it takes only
 * which job is bound to which pool and how node time is billed. The keys are those of the record.
 */
export function recomputeRecord(
  log: readonly LogLine[],
  input: SimulationInput,
  endSeconds: number,
): Figures {
  return withoutMarks(recomputeSeparated(separateLives(log), input, endSeconds));
}

function recomputeSeparated(
  lines: readonly LogLine[],
  input: SimulationInput,
  endSeconds: number,
): Figures {
  const end = Math.round(endSeconds * 4000);
  const tasks = taskLives(lines, end);
  const nodes = nodeLives(lines, end);
  const { parameters } = input;
  const billing: BillingRule = {
    from: parameters['bill.from'],
    quantum: parameters['bill.quantum_s'] * 4000,
  };
  const all = [...tasks.values()];
  return {
    end: { atSeconds: endSeconds },
    tasks: taskFigures(all, lines.filter(({ event }) => event === 'TaskRefusal').length),
    wait: waitFigures(all),
    ...recomputeJobs(lines, input, end, all),
    operations: recomputeOperations(lines),
    ...(input.faults === undefined ? {} : { faults: recomputeFaults(lines, input) }),
    ...(input.osUpgrades === undefined ? {} : { osUpgrades: recomputeOsUpgrades(lines) }),
    makespanSeconds: lastAttemptEnd(all, end) / 4000,
    pools: poolsOf(lines).map(({ id, vmSize, taskSlotsPerNode }) => ({
      id,
      vmSize,
      taskSlotsPerNode,
      ...recomputePool({
        id,
        lines,
        end,
        billing,
        nodes: new Map([...nodes].filter(([, { poolId }]) => poolId === id)),
        tasks: all.flatMap((task) => {
          const stays = stretchesInPool(lines, task.jobId, id, end);
          return stays.length === 0 ? [] : [withinStretches(task, stays)];
        }),
        allTasks: all,
      }),
    })),
  };
}

interface CreatedPool {
  readonly id: string;
  readonly vmSize: string;
  readonly taskSlotsPerNode: number;
}

/** Pools in order of creation, auto pools among them. */
function poolsOf(lines: readonly LogLine[]): CreatedPool[] {
  return lines
    .filter(({ event }) => event === 'PoolCreate')
    .map(({ body }) => body as unknown as CreatedPool);
}

/** When a job was bound to a pool. */
function stretchesInPool(
  lines: readonly LogLine[],
  jobId: string,
  poolId: string,
  end: number,
): Stretch[] {
  const bound = lines.filter(({ event, body }) => {
    return (event === 'JobStateChange' || event === 'JobUpdate') && body['id'] === jobId;
  });
  return bound.flatMap((line, index) => {
    if (line.body['poolId'] !== poolId) return [];
    const next = bound[index + 1];
    return [{ from: quantaOf(line), to: next === undefined ? end : quantaOf(next) }];
  });
}

/** What a task did in these stretches of time. */
function withinStretches(task: TaskLife, stretches: readonly Stretch[]): TaskLife {
  const states = task.states.flatMap(({ state, from, to }) =>
    stretches
      .map((stretch) => ({
        state,
        from: Math.max(from, stretch.from),
        to: Math.min(to, stretch.to),
      }))
      .filter((part) => part.to > part.from),
  );
  return { ...task, states };
}

function taskFigures(tasks: readonly TaskLife[], refused: number): Figures {
  const count = (is: (task: TaskLife) => boolean): number => tasks.filter(is).length;
  const total = (of: 'retries' | 'requeues' | 'recoveries'): number =>
    sum(tasks.map((task) => task[of]));
  const attempts = tasks.map(
    ({ states }) => states.filter(({ state }) => state === 'running').length,
  );
  return {
    ...(refused === 0 ? {} : { refused }),
    submitted: tasks.length,
    succeeded: count(({ outcome }) => outcome === 'succeeded'),
    failed: count(({ outcome }) => outcome === 'failed'),
    terminated: count(({ outcome }) => outcome === 'terminated'),
    active: count(({ states }) =>
      ['active', 'blocked', 'abandoned'].includes(states.at(-1)!.state),
    ),
    blocked: count(({ states }) => states.at(-1)!.state === 'blocked'),
    running: count(({ states }) => ['preparing', 'running'].includes(states.at(-1)!.state)),
    neverStarted: attempts.filter((number) => number === 0).length,
    attempts: sum(attempts),
    retries: total('retries'),
    requeues: total('requeues'),
    recoveries: total('recoveries'),
    failureCodes: countBy(tasks.flatMap(({ failureCode }) => failureCode ?? [])),
  };
}

function waitFigures(tasks: readonly TaskLife[]): Figures {
  const waits = tasks.flatMap(({ eligibleAt, states }) => {
    const first = states.find(({ state }) => state === 'running');
    return first === undefined ? [] : [first.from - eligibleAt];
  });
  const sorted = waits.toSorted((a, b) => a - b);
  const seconds = (quanta: number | undefined): number | null =>
    quanta === undefined ? null : quanta / 4000;
  const quantile = (share: number): number | null =>
    seconds(sorted[Math.ceil(share * sorted.length) - 1]);
  const total = sum(waits);
  return {
    tasks: waits.length,
    totalSeconds: total / 4000,
    meanSeconds: waits.length === 0 ? null : total / 4000 / waits.length,
    p50Seconds: quantile(0.5),
    p95Seconds: quantile(0.95),
    p99Seconds: quantile(0.99),
    maxSeconds: seconds(sorted.at(-1)),
  };
}

function lastAttemptEnd(tasks: readonly TaskLife[], end: number): number {
  const ended = tasks.flatMap(({ states }) =>
    states
      .filter(({ state }, index) => state === 'running' && index < states.length - 1)
      .map(({ to }) => to),
  );
  return Math.min(end, Math.max(0, ...ended));
}
