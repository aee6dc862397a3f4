import seedrandom from 'seedrandom';

import { philox4x32 } from './philox.js';

/**
 * A named source of random numbers. A draw is a pure function of (run seed, stream name, entity, draw number), so entities do
 * not disturb each other and a change of formula does not change the world that it meets (common random numbers).
 */
export interface RandomStream {
  readonly name: string;
  /** A number in [0, 1) with 53 random bits. `entity` and `draw` are whole numbers below 2^53 and 2^32. */
  uniform(entity: number, draw?: number): number;
}

const words = new Uint32Array(4);

/** Makes the stream `name` of a run; the key is derived from seed and name once, with seedrandom. */
export function createRandomStream(seed: string, name: string): RandomStream {
  const keySource = seedrandom(JSON.stringify([seed, name]));
  const key0 = keySource.int32() >>> 0;
  const key1 = keySource.int32() >>> 0;
  return {
    name,
    uniform(entity, draw = 0) {
      philox4x32(words, entity >>> 0, Math.floor(entity / 4_294_967_296), draw, 0, key0, key1);
      // 27 + 26 bits, as in Python's and Java's nextDouble.
      return ((words[0]! >>> 5) * 67_108_864 + (words[1]! >>> 6)) / 9_007_199_254_740_992;
    },
  };
}
