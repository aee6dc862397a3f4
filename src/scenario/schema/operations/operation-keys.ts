import { z } from 'zod';

import type { Quanta } from '../../../base/time/quanta.js';
import type { NodeDeallocationOption } from '../../../evaluator/autoscale-run.js';
import { idField } from '../pool-schema.js';
import { durationField } from '../time-fields.js';

export function poolIdKey(): z.ZodType<string> {
  return idField().describe('Id of the pool.');
}

/** Jobs of a schedule have ids with a colon. */
export function jobIdKey(): z.ZodType<string> {
  return z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}(?::job-[1-9]\d{0,9})?$/, {
      error:
        'an id of 1 to 64 letters, digits, _ and -, or that of a job of a schedule, nightly:job-1',
    })
    .describe('Id of the job.');
}

export function jobScheduleIdKey(): z.ZodType<string> {
  return idField().describe('Id of the job schedule.');
}

export function taskIdKey(): z.ZodType<string> {
  return z.string().min(1).max(200).describe('Id of the task.');
}

export function resizeTimeoutKey(): z.ZodType<Quanta | undefined> {
  return durationField()
    .optional()
    .describe('Time after which the resize is given up; that of the pool by default.');
}

const options = ['requeue', 'terminate', 'taskcompletion', 'retaineddata'] as const;

/** `what` completes the sentence "what becomes of running tasks before ...". */
export function deallocationKey(what: string): z.ZodType<NodeDeallocationOption | undefined> {
  return z
    .enum(options)
    .optional()
    .describe(`What becomes of running tasks before ${what}; requeue by default.`);
}

export function targetKey(kind: string): z.ZodType<number | undefined> {
  return z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe(`Wanted number of ${kind} nodes; unchanged by default.`);
}
