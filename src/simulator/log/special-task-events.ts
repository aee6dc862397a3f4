import type { NodePreparation } from '../job/preparation-state.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { isoOrNull } from './iso-or-null.js';
import { nodeId } from './node-id.js';

/** A run of a job preparation task has ended (service.md section 8). */
export function logSpecialTask(
  log: EventLog,
  world: World,
  node: number,
  { job, succeeds, startedAt }: NodePreparation,
): void {
  const { id } = world.jobs[job]!.input.preparationTask!;
  const poolId = log.poolIds[world.nodes.pool[node]!]!;
  logEvent(
    log,
    world.now,
    'SpecialTask',
    `{"jobId":${log.jobIds[job]!},"taskName":${JSON.stringify(id)},"taskType":"JobPrep",` +
      `"nodeInfo":{"poolId":${poolId},"nodeId":"${nodeId(log, world, node)}"},` +
      `"executionInfo":{"startTime":${isoOrNull(log, startedAt)},"endTime":${isoOrNull(log, world.now)},` +
      `"exitCode":${succeeds ? 0 : 1},"result":"${succeeds ? 'success' : 'failure'}"}}`,
  );
}
