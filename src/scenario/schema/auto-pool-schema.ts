import { z } from 'zod';

import { poolSpecificationSchema, type PoolFile } from './pool-schema.js';

/** autoPoolSpecification of the REST interface (service.md section 1.5). */
export interface AutoPoolFile {
  readonly autoPoolIdPrefix?: string | undefined;
  readonly poolLifetimeOption: 'job' | 'jobschedule';
  readonly keepAlive: boolean;
  readonly pool: Omit<PoolFile, 'id'>;
}

const expectedPrefix = 'at most 20 letters, digits, _ and -';

export const autoPoolSchema: z.ZodType<AutoPoolFile> = z
  .strictObject({
    autoPoolIdPrefix: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,20}$/, { error: expectedPrefix })
      .optional()
      .describe('Beginning of the id of the pool; the service makes the rest.'),
    poolLifetimeOption: z
      .enum(['job', 'jobschedule'])
      .describe('Whether the pool lives as long as the job, or as long as the job schedule.'),
    keepAlive: z
      .boolean()
      .default(false)
      .describe('Whether the pool stays afterwards; false by default.'),
    pool: poolSpecificationSchema.describe('The pool, with all that a pool has but its id.'),
  })
  .meta({ id: 'AutoPoolSpecification' });
