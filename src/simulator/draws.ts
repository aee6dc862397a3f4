import { constantOf, createSampler, type Distribution } from '../base/random/distribution.js';
import type { RandomStream } from '../base/random/random-stream.js';

/** Draws the value of a parameter for an entity; a constant one needs no random number. */
export interface Draw {
  readonly constant: number | undefined;
  (stream: RandomStream, entity: number, draw?: number): number;
}

export function createDraw(distribution: Distribution): Draw {
  const constant = constantOf(distribution);
  if (constant !== undefined) return Object.assign(() => constant, { constant });
  const sampler = createSampler(distribution);
  return Object.assign(
    (stream: RandomStream, entity: number, draw?: number) => sampler(stream.uniform(entity, draw)),
    { constant },
  );
}
