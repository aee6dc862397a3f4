import type { PoolInput } from './pool-input.js';

/** A pool that the service makes for a job or a job schedule, with REST names (service.md section 1.5). */
export interface AutoPoolInput {
  /** In front of the id that the service makes; at most 20 characters. */
  readonly autoPoolIdPrefix?: string;
  /** Whether it lives as long as its job or as long as the schedule of its job. */
  readonly poolLifetimeOption: 'job' | 'jobschedule';
  /** Whether it stays after that; REST default false. */
  readonly keepAlive: boolean;
  readonly pool: Omit<PoolInput, 'id'>;
}
