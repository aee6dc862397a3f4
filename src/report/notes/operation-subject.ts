import type { OperationOutcome } from '../../simulator/operations/operation.js';

/** What an operation was about, as ` of pool render`; empty where it names nothing. */
export function operationSubject({
  poolId,
  jobId,
  jobScheduleId,
  taskId,
}: Partial<OperationOutcome>): string {
  if (taskId !== undefined) return ` of task ${jobId ?? ''}/${taskId}`;
  if (jobId !== undefined) return ` of job ${jobId}`;
  if (jobScheduleId !== undefined) return ` of job schedule ${jobScheduleId}`;
  return poolId === undefined ? '' : ` of pool ${poolId}`;
}
