import { z } from 'zod';

import type { Quanta } from '../../../base/time/quanta.js';
import type { StruckNodes } from '../../../simulator/faults/fault.js';
import { nodeSelectorField } from '../node-selector-schema.js';
import { oneOrMany } from '../one-or-many.js';
import { idField } from '../pool-schema.js';
import { durationField, momentField, type Moment } from '../time-fields.js';
import type { FaultTimesFile } from './fault-schema.js';

/** Keys of zod, with their types told by inference from the functions below. */
type Shape<T> = { readonly [P in keyof T]: z.ZodType<T[P]> };

export function poolIdKey(): z.ZodType<string> {
  return idField().describe('Id of the pool that it strikes.');
}

interface TimeValues {
  readonly at: readonly Moment[] | undefined;
  readonly every: Quanta | undefined;
  readonly from: Moment | undefined;
  readonly until: Moment | undefined;
}

/** Keys that say when a fault strikes: at points in time, or regularly. */
export function timeKeys(): Shape<TimeValues> {
  return {
    at: oneOrMany<Moment>(
      'a duration since the start, seconds or an instant, or a list of them',
      momentField(),
    )
      .optional()
      .describe('When it strikes: a point in time or a list of them.'),
    every: durationField().optional().describe('It strikes again and again, so far apart.'),
    from: momentField()
      .optional()
      .describe('With every: when it strikes first; after one period by default.'),
    until: momentField().optional().describe('With every: it strikes no more after this.'),
  };
}

export function rateKey(): z.ZodType<number | undefined> {
  return z
    .number()
    .positive()
    .max(3600)
    .optional()
    .describe('Each node by itself, so often an hour on average, instead of at and every.');
}

export function lastsKey(): z.ZodType<Quanta | undefined> {
  return durationField()
    .optional()
    .describe('How long it lasts each time; to the end of the run by default.');
}

export function shareKey(of: string): z.ZodType<number | undefined> {
  return z.number().gt(0).max(1).optional().describe(`Share of ${of}; all of them by default.`);
}

/** As shareKey, read as 1 where it is left out. */
export function shareOrAllKey(of: string): z.ZodType<number> {
  return shareKey(of).transform((share = 1) => share);
}

export interface NodeValues {
  readonly share: number | undefined;
  readonly count: number | undefined;
  readonly nodes: z.output<ReturnType<typeof nodeSelectorField>> | undefined;
}

/** Keys that say which nodes a fault strikes at a point in time. */
export function nodeKeys(): Shape<NodeValues> {
  return {
    share: shareKey('the nodes that it can strike, drawn'),
    count: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe('Number of nodes, drawn, instead of share.'),
    nodes: nodeSelectorField().optional().describe('Chosen nodes, instead of share.'),
  };
}

export const expectedTimes = 'one of the keys at and every, and every above 0';
export const expectedTimesOrRate = 'one of the keys at, every and ratePerNodeHour';

type Times = Partial<TimeValues> & { readonly ratePerNodeHour?: number | undefined };

export function hasTimes({ at, every, ratePerNodeHour }: Times): boolean {
  const given = [at, every, ratePerNodeHour].filter((value) => value !== undefined);
  return given.length === 1 && every !== 0;
}

export function timesOf({ at, every, from, until, ratePerNodeHour }: Times): FaultTimesFile {
  if (ratePerNodeHour !== undefined) return { kind: 'rate', perNodeHour: ratePerNodeHour };
  if (every !== undefined) return { kind: 'every', every, from, until };
  return { kind: 'at', at: at ?? [] };
}

type Nodes = Partial<NodeValues> & Times;

export const expectedNodes =
  'at most one of the keys share, count and nodes, and none beside ratePerNodeHour';

export function hasNodes({ share, count, nodes, ratePerNodeHour }: Nodes): boolean {
  const given = [share, count, nodes].filter((value) => value !== undefined);
  return given.length <= (ratePerNodeHour === undefined ? 1 : 0);
}

export function struckOf({ share = 1, count, nodes }: Partial<NodeValues>): StruckNodes {
  if (nodes !== undefined) return { kind: 'chosen', nodes };
  return count === undefined ? { kind: 'share', share } : { kind: 'count', count };
}
