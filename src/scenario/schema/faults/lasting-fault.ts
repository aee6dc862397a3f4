import { z } from 'zod';

import type { Quanta } from '../../../base/time/quanta.js';
import type { FaultKind } from '../../../simulator/faults/fault.js';
import { expectedTimes, hasTimes, lastsKey, poolIdKey, timeKeys, timesOf } from './fault-keys.js';
import type { FaultTimesFile } from './fault-schema.js';

/** Keys that only one kind of fault has, with what a scenario may leave out. */
type OwnKeys = Readonly<Record<string, z.ZodType>>;

/** A fault of one pool that lasts for some time, with its own keys as they were read. */
export type LastingFaultFile<K extends FaultKind, S extends OwnKeys> = {
  readonly kind: K;
  readonly poolId: string;
  readonly times: FaultTimesFile;
  readonly lasts: Quanta;
} & { readonly [P in keyof S]: z.output<S[P]> };

/** The schema of a fault of one pool that lasts for some time. */
export function lastingFault<K extends FaultKind, S extends OwnKeys>(
  kind: K,
  description: string,
  ownKeys: S,
): z.ZodType<LastingFaultFile<K, S>> {
  const common = {
    kind: z.literal<string>(kind).describe(description),
    poolId: poolIdKey(),
    ...timeKeys(),
    for: lastsKey(),
  };
  // Inference does not follow a spread of keys that are a type parameter: what it knows are the common ones.
  const keys = z.strictObject({ ...common, ...ownKeys }) as z.ZodType as z.ZodObject<typeof common>;
  return keys
    .refine(hasTimes, { error: expectedTimes })
    .transform(({ at, every, from, until, for: lasts = Infinity, ...rest }) => ({
      ...rest,
      times: timesOf({ at, every, from, until }),
      lasts,
    })) as z.ZodType as z.ZodType<LastingFaultFile<K, S>>;
}
