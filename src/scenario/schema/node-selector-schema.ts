import { z } from 'zod';

import { oneOf } from '../../base/document/schema-parts.js';
import { nodeKinds, nodeStates, type NodeState } from '../../simulator/node/node-state.js';
import type { NodeSelector } from '../../simulator/operations/node-selector.js';
import { oneOrMany } from './one-or-many.js';

/** States that a node of a pool can be found in; those of the wire. */
const shownStates = nodeStates.filter((state) => state !== 'requested');

const selector = z
  .strictObject({
    ids: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('Ids of nodes, as the event log shows them.'),
    numbers: z
      .array(z.number().int().min(1).max(1e9))
      .min(1)
      .optional()
      .describe('Numbers within the pool: 1 is the first node that it asked for.'),
    state: oneOrMany<NodeState>(
      'a state of a node such as idle, or a list of them',
      z.enum(shownStates),
    )
      .optional()
      .describe('State of the nodes, or a list of states.'),
    kind: z.enum(nodeKinds).optional().describe('Only dedicated or only spot nodes.'),
    first: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe('At most this many of them, the lowest numbers first.'),
  })
  .refine((value) => Object.keys(value).length > 0, {
    error: 'all, or an object with some of the keys ids, numbers, state, kind and first',
  })
  .transform(({ ids, numbers, state, kind, first }): NodeSelector => ({
    ...(ids === undefined ? {} : { ids }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(state === undefined ? {} : { states: state }),
    ...(kind === undefined ? {} : { kind }),
    ...(first === undefined ? {} : { first }),
  }));

/** Which nodes are meant: `all`, or those for which every given condition holds at that time. */
export function nodeSelectorField(): z.ZodType<NodeSelector> {
  return oneOf<NodeSelector>('all, or an object such as { state: idle, first: 2 }', [
    { when: (value) => value === 'all', schema: z.literal('all').transform(() => ({})) },
    { when: (value) => typeof value === 'object', schema: selector },
  ]);
}
