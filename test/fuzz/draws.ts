import { createRandomStream } from '../../src/base/random/random-stream.js';

/** Draws for one input: a pure function of the seed and the number of the input, so that any input can be made again. */
export interface Draws {
  /** A whole number of 0 <= n < limit. */
  below(limit: number): number;
  /** A whole number of low <= n <= high. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** `stream` names what the draws are for, so that two fuzzers with one seed do not walk in step. */
export function drawsOf(stream: string, seed: string, input: number): Draws {
  const random = createRandomStream(seed, stream);
  let draw = 0;
  const uniform = (): number => random.uniform(input, draw++);
  const below = (limit: number): number => Math.floor(uniform() * limit);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => uniform() < share,
    pick: (from) => from[below(from.length)]!,
  };
}
