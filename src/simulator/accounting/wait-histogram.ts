import type { Quanta } from '../../base/time/quanta.js';

/**
 * A log-linear histogram of whole numbers: 1024 equal buckets per power of two, so a quantile is off by less than 0.1 %, and
 * values below 1024 are exact. Memory does not depend on the number of values.
 */
export interface WaitHistogram {
  readonly counts: Float64Array;
  count: number;
  total: Quanta;
  largest: Quanta;
}

const subBucketBits = 10;
const octaves = 54;

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
// Typed arrays have the byte order of the machine; find the word with the exponent once.
number[0] = 1;
const highWord = words[1] === 0 ? 0 : 1;
const exponentOfOne = words[highWord]! >>> (20 - subBucketBits);

export function createWaitHistogram(): WaitHistogram {
  return {
    counts: new Float64Array((octaves << subBucketBits) + 1),
    count: 0,
    total: 0,
    largest: 0,
  };
}

/** Bucket 0 holds zero; the others follow the exponent and the top mantissa bits of the value. */
function bucketOf(value: number): number {
  if (value === 0) return 0;
  number[0] = value;
  return (words[highWord]! >>> (20 - subBucketBits)) - exponentOfOne + 1;
}

/** The middle of a bucket. */
function valueOf(bucket: number): number {
  if (bucket === 0) return 0;
  const low = edgeOf(bucket);
  const high = edgeOf(bucket + 1);
  // Up to 2^10 a bucket holds one whole number, its lower edge.
  return high - low <= 1 ? low : (low + high) / 2;
}

function edgeOf(bucket: number): number {
  words[highWord] = (exponentOfOne + bucket - 1) << (20 - subBucketBits);
  words[1 - highWord] = 0;
  return number[0]!;
}

export function addWait(histogram: WaitHistogram, value: Quanta): void {
  histogram.count++;
  histogram.total += value;
  if (value > histogram.largest) histogram.largest = value;
  histogram.counts[bucketOf(value)]! += 1;
}

/** The nearest-rank quantile, 0 < share <= 1; null of an empty histogram. */
export function waitQuantile(histogram: WaitHistogram, share: number): Quanta | null {
  if (histogram.count === 0) return null;
  const rank = Math.ceil(share * histogram.count);
  let seen = 0;
  for (let bucket = 0; bucket < histogram.counts.length; bucket++) {
    seen += histogram.counts[bucket]!;
    if (seen >= rank) return Math.min(valueOf(bucket), histogram.largest);
  }
  return histogram.largest;
}
