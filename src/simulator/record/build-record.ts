import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import { formatInstant } from '../../base/time/format-instant.js';
import { costOf, type BilledNodeTime } from '../../pricing/cost-of.js';
import type { CostStatement } from '../../pricing/cost-statement.js';
import { waitQuantile } from '../accounting/wait-histogram.js';
import type { FaultRecord } from '../faults/fault.js';
import { subjectOf } from '../operations/perform.js';
import { nodeKinds } from '../node/node-state.js';
import type { RunOver } from '../run-end.js';
import { taskIdOf } from '../task/task-id.js';
import type { World } from '../world.js';
import { jobsOfRecord, listedJobsNote } from './build-job-records.js';
import { jobScheduleNotes } from './job-schedule-notes.js';
import { closingNodeTimes } from './node-figures.js';
import { poolRecord } from './pool-record.js';
import type { RunEnd, RunRecord, TaskFigures, WaitFigures } from './run-record.js';

/** The record of a run at this moment. Changes nothing, so it can be asked for before the end. */
export function buildRecord(world: World, over: RunOver | undefined): RunRecord {
  const { input } = world;
  const created = world.pools.filter(({ isAwaited }) => !isAwaited);
  const times = created.map((pool) => closingNodeTimes(world, pool));
  const pools = created.map((pool, index) => poolRecord(world, pool, times[index]!));
  const billed = created.flatMap((pool, index) =>
    nodeKinds.map((kind) => ({
      poolId: pool.input.id,
      vmSize: pool.input.vmSize,
      kind,
      billed: times[index]![kind].billed,
    })),
  );
  const cost = costStatement(world, billed);
  return {
    version: 1,
    name: input.name,
    seed: input.seed,
    startTime: formatInstant(input.start),
    end: runEnd(world, over),
    tasks: taskFigures(world),
    wait: waitFigures(world),
    makespanSeconds: quantaToSeconds(world.lastTaskEnd),
    pools,
    ...jobsOfRecord(world),
    operations: [...world.operations],
    ...(world.awaitedConditions.length === 0
      ? {}
      : {
          untriedOperations: world.awaitedConditions.map((index) => {
            const { operation } = input.operations![index]!;
            return { kind: operation.kind, ...subjectOf(operation) };
          }),
        }),
    ...((input.osUpgrades ?? []).length === 0
      ? {}
      : { osUpgrades: world.osUpgrades.map((upgrade) => ({ ...upgrade })) }),
    ...(world.faults.length === 0 ? {} : { faults: faultRecords(world) }),
    ...(cost === undefined ? {} : { cost }),
    unverified: unverified(world),
    notes: [...input.notes, ...jobScheduleNotes(world), ...listedJobsNote(world)],
    events: world.events,
  };
}

function faultRecords(world: World): FaultRecord[] {
  return world.faults.map(({ fault, occurrences, nodes, strikes }) => ({
    kind: fault.kind,
    ...('poolId' in fault ? { poolId: fault.poolId } : {}),
    occurrences,
    ...('nodes' in fault ? { nodes } : {}),
    strikes: [...strikes],
  }));
}

function costStatement(world: World, billed: readonly BilledNodeTime[]): CostStatement | undefined {
  const { prices } = world.input;
  return prices === undefined ? undefined : costOf(billed, prices).value;
}

function runEnd(world: World, over: RunOver | undefined): RunEnd {
  const end = {
    reason: over?.reason ?? 'interrupted',
    atSeconds: quantaToSeconds(world.now),
    partial: over === undefined,
  } as const;
  if (over?.reason !== 'stalled') return end;
  return {
    ...end,
    stalledTasks: over.tasks.map(({ task, why }) => ({
      jobId: world.jobs[world.tasks.job[task]!]!.input.id,
      taskId: taskIdOf(world, task),
      reason: why,
    })),
  };
}

function taskFigures(world: World): TaskFigures {
  const { counts, pools } = world;
  const sum = (count: 'activeTasks' | 'runningTasks'): number =>
    pools.reduce((total, pool) => total + pool[count], 0);
  return {
    submitted: counts.submitted,
    succeeded: counts.succeeded,
    failed: counts.failed,
    active: sum('activeTasks') + counts.blocked + counts.abandoned,
    blocked: counts.blocked,
    running: sum('runningTasks'),
    neverStarted: counts.submitted - counts.started,
    attempts: counts.attempts,
    retries: counts.retries,
    requeues: counts.requeues,
    recoveries: counts.recoveries,
    failureCodes: Object.fromEntries([...world.failureCodes].sort(([a], [b]) => (a < b ? -1 : 1))),
    terminated: counts.terminated,
    ...(counts.refused === 0 ? {} : { refused: counts.refused }),
  };
}

function waitFigures(world: World): WaitFigures {
  const { wait } = world;
  const seconds = (quanta: Quanta | null): number | null =>
    quanta === null ? null : quantaToSeconds(quanta);
  return {
    tasks: wait.count,
    totalSeconds: quantaToSeconds(wait.total),
    meanSeconds: wait.count === 0 ? null : quantaToSeconds(wait.total) / wait.count,
    p50Seconds: seconds(waitQuantile(wait, 0.5)),
    p95Seconds: seconds(waitQuantile(wait, 0.95)),
    p99Seconds: seconds(waitQuantile(wait, 0.99)),
    maxSeconds: wait.count === 0 ? null : quantaToSeconds(wait.largest),
  };
}

function unverified(world: World): string[] {
  const names = new Set<string>();
  for (const pool of world.pools) {
    for (const name of pool.unverified) names.add(name);
  }
  return [...names].sort();
}
