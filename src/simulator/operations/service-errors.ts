import type { RefusedFormula, ServiceError } from './operation.js';

/** Refusals by their code, with the HTTP status that service.md sections 1.3 and 10 give or imply (S10.1). */
const refusals = {
  PoolExists: { httpStatus: 409, message: 'The specified pool already exists.' },
  PoolNotFound: { httpStatus: 404, message: 'The specified pool does not exist.' },
  PoolQuotaReached: {
    httpStatus: 409,
    message: 'The account has reached the largest number of pools.',
  },
  PoolBeingDeleted: { httpStatus: 409, message: 'The specified pool is being deleted.' },
  PoolBeingResized: { httpStatus: 409, message: 'The specified pool is being resized.' },
  AutoScalingEnabled: {
    httpStatus: 409,
    message: 'The pool scales automatically: disable autoscale before a manual resize.',
  },
  AutoScalingNotEnabled: { httpStatus: 409, message: 'Autoscale is not enabled on the pool.' },
  PoolNotBeingResized: { httpStatus: 409, message: 'The specified pool is not being resized.' },
  NodeNotFound: { httpStatus: 404, message: 'The specified node does not exist.' },
  OperationInvalidForCurrentState: {
    httpStatus: 409,
    message: 'The operation is invalid for the current state of the node.',
  },
  NodeBeingCreated: { httpStatus: 409, message: 'The specified node is being created.' },
  NodeBeingStarted: { httpStatus: 409, message: 'The specified node is being started.' },
  NodeBeingRebooted: { httpStatus: 409, message: 'The specified node is being rebooted.' },
  NodeBeingReimaged: { httpStatus: 409, message: 'The specified node is being reimaged.' },
  NodeStateUnusable: { httpStatus: 409, message: 'The specified node is unusable.' },
  NodeAlreadyInTargetSchedulingState: {
    httpStatus: 409,
    message: 'The node is already in the target scheduling state.',
  },
  JobNotFound: { httpStatus: 404, message: 'The specified job does not exist.' },
  JobExists: { httpStatus: 409, message: 'The specified job already exists.' },
  JobWithSameIdExists: {
    httpStatus: 409,
    message: 'A job with the same id exists: jobs and job schedules share their ids.',
  },
  JobScheduleWithSameIdExists: {
    httpStatus: 409,
    message: 'A job schedule with the same id exists: jobs and job schedules share their ids.',
  },
  JobBeingDeleted: { httpStatus: 409, message: 'The specified job is being deleted.' },
  JobBeingTerminated: { httpStatus: 409, message: 'The specified job is being terminated.' },
  JobCompleted: { httpStatus: 409, message: 'The specified job is already completed.' },
  JobScheduleExists: { httpStatus: 409, message: 'The specified job schedule already exists.' },
  JobScheduleNotFound: { httpStatus: 404, message: 'The specified job schedule does not exist.' },
  JobScheduleBeingDeleted: {
    httpStatus: 409,
    message: 'The specified job schedule is being deleted.',
  },
  JobScheduleBeingTerminated: {
    httpStatus: 409,
    message: 'The specified job schedule is being terminated.',
  },
  JobScheduleCompleted: {
    httpStatus: 409,
    message: 'The specified job schedule is already completed.',
  },
  ActiveJobAndScheduleQuotaReached: {
    httpStatus: 409,
    message: 'The account has as many active jobs and job schedules as its quota allows.',
  },
  OutOfRangePriority: {
    httpStatus: 400,
    message: 'The priority of a job is between -1000 and 1000.',
  },
  RequestBodyTooLarge: {
    httpStatus: 413,
    message: 'The request body is too large: at most 100 tasks can be added at once.',
  },
  TaskExists: { httpStatus: 409, message: 'The specified task already exists.' },
  TaskNotFound: { httpStatus: 404, message: 'The specified task does not exist.' },
  TaskCompleted: { httpStatus: 409, message: 'The specified task is already completed.' },
  InvalidAutoScalingSettings: {
    httpStatus: 400,
    message: 'The settings of autoscale are not valid.',
  },
  InvalidPropertyValue: { httpStatus: 400, message: 'The value of a property is out of range.' },
  InvalidConstraintValue: {
    httpStatus: 400,
    message: 'The value of a constraint is out of range.',
  },
  MissingRequiredProperty: { httpStatus: 400, message: 'A required property is missing.' },
  TooManyEnableAutoScaleRequests: {
    httpStatus: 409,
    message: 'Autoscale may be enabled at most once in 30 seconds.',
  },
} as const;

export type RefusalCode = keyof typeof refusals;

/** `detail` takes the place of the general message. */
export function refusal(code: RefusalCode, detail?: string): ServiceError {
  const { httpStatus, message } = refusals[code];
  return { httpStatus, code, message: detail ?? message };
}

/** The answer to a request whose formula the service does not take (service.md section 10), with the place of the first mistake. */
export function formulaRefusal({
  refused: { code, message, values },
}: RefusedFormula): ServiceError {
  const details = values.map(({ value }) => ` ${value}`).join('');
  return { httpStatus: 400, code, message: `${message}${details}` };
}
