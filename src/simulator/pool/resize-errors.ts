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
  AccountCoreQuotaReached: 'The specified account has reached core quota',
  AccountLowPriorityCoreQuotaReached: 'The specified account has reached low priority core quota',
} as const;

export type ResizeErrorCode = keyof typeof messages;

export function resizeError(code: ResizeErrorCode): ResizeError {
  return { code, message: messages[code] };
}
