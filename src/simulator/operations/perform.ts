import { quantaToSeconds } from '../../base/time/quanta.js';
import { logOperation } from '../log/operation-events.js';
import type { World } from '../world.js';
import type { Operation, OperationOutcome } from './operation.js';
import type { OperationDefinition } from './operation-definition.js';
import { operationTable } from './operation-table.js';

/** Tries an operation now; a refused one changes nothing and is recorded with the service's error. */
export function performOperation(world: World, operation: Operation): void {
  const definition = operationTable[operation.kind] as OperationDefinition<Operation>;
  const atSeconds = quantaToSeconds(world.now);
  for (const { error, ...answer } of definition.perform(world, operation)) {
    const outcome: OperationOutcome = {
      atSeconds,
      kind: operation.kind,
      ...subjectOf(operation),
      ...answer,
      httpStatus: error?.httpStatus ?? definition.httpStatus,
      ...(error === undefined ? {} : { error }),
    };
    world.operations.push(outcome);
    if (world.log !== undefined) logOperation(world.log, world, outcome);
  }
  world.operationsTried++;
}

/** What an operation is about, as far as it names it. */
export function subjectOf(
  operation: Operation,
): Pick<OperationOutcome, 'poolId' | 'jobId' | 'jobScheduleId' | 'taskId'> {
  if (operation.kind === 'addPool') return { poolId: operation.pool.id };
  if ('poolId' in operation) return { poolId: operation.poolId };
  if ('jobScheduleId' in operation) return { jobScheduleId: operation.jobScheduleId };
  if (operation.kind === 'addJobSchedule') return { jobScheduleId: operation.jobSchedule.id };
  if (operation.kind === 'addJob') return { jobId: operation.job.id };
  const { jobId } = operation;
  return 'taskId' in operation ? { jobId, taskId: operation.taskId } : { jobId };
}
