import { z } from 'zod';

import { isString, oneOf } from '../../../base/document/schema-parts.js';
import type { Distribution } from '../../../base/random/distribution.js';
import { secondsField } from '../distribution-schema.js';
import {
  expectedNodes,
  expectedTimesOrRate,
  hasNodes,
  hasTimes,
  nodeKeys,
  poolIdKey,
  rateKey,
  struckOf,
  timeKeys,
  timesOf,
} from './fault-keys.js';
import type { FaultSchema } from './fault-schema.js';

type Recovery = Distribution | 'never';

const recovery = oneOf<Recovery>('never, a duration such as PT10M, seconds or a distribution', [
  { when: (value) => value === 'never', schema: z.literal('never') },
  {
    when: (value) => isString(value) || typeof value === 'number' || typeof value === 'object',
    schema: secondsField(),
  },
]);

function nodeFault(kind: 'nodeUnusable' | 'nodeUnknown', description: string): z.ZodType {
  return z
    .strictObject({
      kind: z.literal(kind).describe(description),
      poolId: poolIdKey(),
      ...timeKeys(),
      ratePerNodeHour: rateKey(),
      ...nodeKeys(),
      recovery: recovery
        .optional()
        .describe(
          'Seconds until the service has recovered a node, or never; as node.recovery_s by default.',
        ),
    })
    .refine(hasTimes, { error: expectedTimesOrRate })
    .refine(hasNodes, { error: expectedNodes })
    .transform(({ poolId, recovery: seconds, ...rest }) => ({
      kind,
      poolId,
      times: timesOf(rest),
      nodes: struckOf(rest),
      recovery: seconds ?? 'usual',
    }));
}

export const nodeUnusableSchema: FaultSchema<'nodeUnusable'> = nodeFault(
  'nodeUnusable',
  'Nodes can run no tasks because of an error; their tasks run again elsewhere.',
) as FaultSchema<'nodeUnusable'>;

export const nodeUnknownSchema: FaultSchema<'nodeUnknown'> = nodeFault(
  'nodeUnknown',
  'Contact to nodes is lost; their tasks run again elsewhere.',
) as FaultSchema<'nodeUnknown'>;
