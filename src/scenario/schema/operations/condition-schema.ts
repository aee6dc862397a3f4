import { z } from 'zod';

import { isNumber, oneOf } from '../../../base/document/schema-parts.js';
import { jobStates } from '../../../simulator/job/job-state.js';
import {
  poolConditionStates,
  poolNumbers,
  type Bounds,
  type Condition,
  type PoolNumber,
} from '../../../simulator/operations/condition.js';
import { durationField } from '../time-fields.js';
import { jobIdKey, poolIdKey, taskIdKey } from './operation-keys.js';

const expectedBounds = 'a number that is reached, or { above, below }';

const bounds = (): z.ZodType<Bounds> =>
  oneOf<Bounds>(expectedBounds, [
    {
      when: isNumber,
      schema: z
        .number()
        .int()
        .min(0)
        .transform((value): Bounds => ({ above: value - 1, below: value + 1 })),
    },
    {
      when: (value) => typeof value === 'object' && value !== null,
      schema: z
        .strictObject({
          above: z.number().min(-1).optional().describe('The number must be larger.'),
          below: z.number().min(0).optional().describe('The number must be smaller.'),
        })
        .refine(({ above, below }) => above !== undefined || below !== undefined, {
          error: expectedBounds,
        }),
    },
  ]);

const after = (): z.ZodType<number> =>
  durationField()
    .default(0)
    .describe(
      'How long after the condition first held the operation is tried; at once by default.',
    );

const poolNumberKeys = Object.fromEntries(
  poolNumbers.map((name) => [
    name,
    bounds().optional().describe(`${name} of the pool: a number, or { above, below }.`),
  ]),
) as Record<PoolNumber, z.ZodOptional<z.ZodType<Bounds>>>;

const ofPool = z
  .strictObject({
    poolId: poolIdKey(),
    state: z
      .enum(poolConditionStates)
      .optional()
      .describe('Allocation state of the pool, or deleting or deleted.'),
    ...poolNumberKeys,
    after: after(),
  })
  .transform(({ poolId, state, after: delay, ...given }): Condition => ({
    kind: 'pool',
    poolId,
    state,
    numbers: poolNumbers.flatMap((name) => {
      const bound = given[name];
      return bound === undefined ? [] : [[name, bound] as const];
    }),
    after: delay,
  }));

const ofTask = z
  .strictObject({
    jobId: jobIdKey(),
    taskId: taskIdKey(),
    state: z.enum(['active', 'preparing', 'running', 'completed']).describe('State of the task.'),
    after: after(),
  })
  .transform((given): Condition => ({ kind: 'task', ...given }));

const ofJob = z
  .strictObject({
    jobId: jobIdKey(),
    state: z.enum(jobStates).describe('State of the job.'),
    after: after(),
  })
  .transform((given): Condition => ({ kind: 'job', ...given }));

/** What must be so for an operation to be tried; it is tried once, the first time. */
export const conditionSchema: z.ZodType<Condition> = oneOf<Condition>(
  'a condition on a pool (poolId), a task (jobId, taskId) or a job (jobId)',
  [
    { key: 'poolId', schema: ofPool },
    { key: 'taskId', schema: ofTask },
    { key: 'jobId', schema: ofJob },
  ],
).meta({ id: 'Condition' });
