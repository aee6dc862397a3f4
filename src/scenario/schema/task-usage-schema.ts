import { z } from 'zod';

import type { TaskUsage } from '../../workload/task-settings.js';

const amount = (what: string): z.ZodOptional<z.ZodNumber> =>
  z.number().min(0).max(1e15).optional().describe(`${what}; 0 by default.`);

/** What a task uses while it runs: the source of the resource metrics of autoscale formulas. */
export function taskUsageField(): z.ZodType<TaskUsage> {
  return z.strictObject({
    cpu: z.number().min(0).max(1).optional().describe('Fraction of the CPU of its node.'),
    cores: amount('Busy cores, where the pool says how many a node has (cores)'),
    memoryBytes: amount('Bytes of memory'),
    diskBytes: amount('Bytes on the disk beside its files'),
    diskReadBytesPerSecond: amount('Bytes read from the disk in a second'),
    diskWriteBytesPerSecond: amount('Bytes written to the disk in a second'),
    diskReadOpsPerSecond: amount('Reads from the disk in a second'),
    diskWriteOpsPerSecond: amount('Writes to the disk in a second'),
    networkInBytesPerSecond: amount('Bytes received in a second'),
    networkOutBytesPerSecond: amount('Bytes sent in a second'),
  }) as unknown as z.ZodType<TaskUsage>;
}
