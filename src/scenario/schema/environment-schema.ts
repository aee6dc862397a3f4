import { z } from 'zod';

import type { EnvironmentSetting } from '../../workload/task-settings.js';

/** environmentSettings and commonEnvironmentSettings of the REST interface. */
export function environmentField(): z.ZodType<readonly EnvironmentSetting[]> {
  return z
    .array(
      z.strictObject({
        name: z.string().min(1).max(1024).describe('Name of the variable.'),
        value: z.string().max(65_536).default('').describe('Its value.'),
      }),
    )
    .max(1000);
}
