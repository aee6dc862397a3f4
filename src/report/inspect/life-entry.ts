/** What of a log is looked at. */
export type Subject =
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'jobSchedule'; readonly jobScheduleId: string }
  | { readonly kind: 'task'; readonly jobId: string; readonly taskId: string }
  | { readonly kind: 'node'; readonly nodeId: string }
  | { readonly kind: 'pool'; readonly poolId: string };

/** Something that happened to the subject. */
export interface LifeEntry {
  /** Milliseconds since the start of the run. */
  readonly t: number;
  readonly time: string;
  readonly text: string;
}

/** A stretch of time in one state; `to` is the end of the log for the last one. */
export interface LifeSpan {
  readonly state: string;
  readonly from: number;
  readonly to: number;
}
