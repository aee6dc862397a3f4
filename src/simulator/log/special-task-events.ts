import { taskFailureCodes } from '../../workload/task-failure-codes.js';
import type { NodePreparation } from '../job/preparation-state.js';
import type { NodeRelease } from '../job/release-state.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { isoOrNull } from './iso-or-null.js';
import { nodeId } from './node-id.js';

/** A run of a job preparation task has ended (service.md section 8). */
export function logPreparation(
  log: EventLog,
  world: World,
  node: number,
  { job, succeeds, startedAt }: NodePreparation,
): void {
  const { id } = world.jobs[job]!.input.preparationTask!;
  const exitCode = succeeds ? 0 : 1;
  logSpecialTask(log, world, node, { job, id, type: 'JobPrep', startedAt, exitCode });
}

/** A run of a job release task has ended. */
export function logRelease(
  log: EventLog,
  world: World,
  node: number,
  { job, ending, startedAt }: NodeRelease,
): void {
  const { id } = world.jobs[job]!.input.releaseTask!;
  const run = { job, id, type: 'JobRelease', startedAt } as const;
  switch (ending) {
    case 'success':
      logSpecialTask(log, world, node, { ...run, exitCode: 0 });
      return;
    case 'failure':
      logSpecialTask(log, world, node, { ...run, exitCode: 1 });
      return;
    case 'time-limit': {
      const exitCode = world.parameters['task.wall_clock_exit_code'];
      const { message } = taskFailureCodes.TaskEnded;
      const schedulingError = { category: 'ServerError', code: 'TaskEnded', message };
      logSpecialTask(log, world, node, { ...run, exitCode, schedulingError });
    }
  }
}

interface SpecialTaskRun {
  readonly job: number;
  readonly id: string;
  readonly type: 'JobPrep' | 'JobRelease';
  readonly startedAt: number;
  readonly exitCode: number;
  readonly schedulingError?: { readonly [key: string]: string };
}

function logSpecialTask(log: EventLog, world: World, node: number, run: SpecialTaskRun): void {
  const { job, id, type, startedAt, exitCode, schedulingError } = run;
  const poolId = log.poolIds[world.nodes.pool[node]!]!;
  const error =
    schedulingError === undefined ? '' : `,"schedulingError":${JSON.stringify(schedulingError)}`;
  logEvent(
    log,
    world.now,
    'SpecialTask',
    `{"jobId":${log.jobIds[job]!},"taskName":${JSON.stringify(id)},"taskType":"${type}",` +
      `"nodeInfo":{"poolId":${poolId},"nodeId":"${nodeId(log, world, node)}"},` +
      `"executionInfo":{"startTime":${isoOrNull(log, startedAt)},"endTime":${isoOrNull(log, world.now)},` +
      `"exitCode":${exitCode},"result":"${exitCode === 0 ? 'success' : 'failure'}"${error}}}`,
  );
}
