import type { Flow, SampleRead } from '../../flow/flow.js';

/**
 * Percentage of the samples that GetSample of a window demands where it is not told (language.md section 5: recorded in
 * batch-shipyard issue 138).
 */
export const defaultDemand = 70;

/** Windows that are read without a percentage of their own, so that they demand 70 % of their samples. */
export function unguardedReads({ samples }: Flow): readonly SampleRead[] {
  return samples.filter(({ isWindow, percent }) => isWindow && percent === undefined);
}
