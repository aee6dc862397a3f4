import type { Quanta } from '../../base/time/quanta.js';
import type { TaskSettings } from '../../workload/task-settings.js';

/** A job manager task (service.md section 3.4), with REST names but for what it does when it runs. */
export interface JobManagerTask {
  readonly id: string;
  readonly runTime: Quanta;
  readonly exitCode: number;
  /** REST default 1. */
  readonly requiredSlots: number;
  /** Whether the job ends when it is completed; REST default true. */
  readonly killJobOnCompletion: boolean;
  /** Whether no other task is on its node while it runs; REST default true. */
  readonly runExclusive: boolean;
  /** Whether it may run on spot nodes; REST default true. */
  readonly allowLowPriorityNode: boolean;
  readonly settings: TaskSettings;
}
