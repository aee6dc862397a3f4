/** An entry of `resizeErrors` of a pool. */
export interface ResizeError {
  readonly code: ResizeErrorCode;
  readonly message: string;
}

/** Codes and texts of the service (service.md section 1.3; texts recorded where they are known). */
const messages = {
  AllocationTimedout:
    'Desired number of dedicated nodes could not be allocated as the resize timeout was reached',
  ResizeStopped:
    'Desired number of dedicated nodes could not be allocated due to a stop resize operation',
  AllocationFailed: 'Desired number of nodes could not be allocated due to an allocation failure',
  Unknown: 'An unknown error occurred during the resize',
  AccountCoreQuotaReached: 'The specified account has reached core quota',
  AccountLowPriorityCoreQuotaReached: 'The specified account has reached low priority core quota',
} as const;

export type ResizeErrorCode = keyof typeof messages;

/** Errors with which the platform can refuse nodes. */
export const allocationErrorCodes: readonly ResizeErrorCode[] = [
  'AllocationFailed',
  'AllocationTimedout',
  'AccountCoreQuotaReached',
  'AccountLowPriorityCoreQuotaReached',
  'Unknown',
];

/** `message` takes the place of the usual text of the code. */
export function resizeError(code: ResizeErrorCode, message: string = messages[code]): ResizeError {
  return { code, message };
}

/**
 * The errors of a resize whose time is up: one for each kind of node that is missing. That a resize which only waits for tasks
 * under taskcompletion also ends so is one user's report (service.md section 13, question 3); its text is ours.
 */
export function timeoutErrors(missing: { dedicated: number; spot: number }): ResizeError[] {
  const errors: ResizeError[] = [];
  if (missing.dedicated > 0) errors.push(resizeError('AllocationTimedout'));
  if (missing.spot > 0) {
    errors.push(
      resizeError(
        'AllocationTimedout',
        'Desired number of low priority nodes could not be allocated as the resize timeout was reached',
      ),
    );
  }
  if (errors.length > 0) return errors;
  const text = 'The resize timeout was reached while nodes waited for their tasks to complete';
  return [resizeError('AllocationTimedout', text)];
}
