import type { OperationOutcome } from '../operations/operation.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';

/** A request of a user and the answer: ours, the service logs no such event. */
export function logOperation(log: EventLog, world: World, outcome: OperationOutcome): void {
  const { kind, poolId, nodeId, jobId, jobScheduleId, taskId, httpStatus, error, results } =
    outcome;
  const body = {
    operation: kind,
    poolId,
    nodeId,
    jobId,
    jobScheduleId,
    id: taskId,
    httpStatus,
    error,
    results,
  };
  logEvent(log, world.now, 'Operation', JSON.stringify(body));
}
