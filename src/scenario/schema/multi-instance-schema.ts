import { z } from 'zod';

import type { MultiInstanceSettings } from '../../workload/task-settings.js';
import { resourceFiles } from './task-files-schema.js';
import { durationField } from './time-fields.js';

/** multiInstanceSettings of the REST interface; coordinationTime and coordinationFailureShare are ours. */
export function multiInstanceField(): z.ZodType<MultiInstanceSettings> {
  return z.strictObject({
    numberOfInstances: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(1)
      .describe('Nodes that the task needs at once; 1 by default.'),
    coordinationCommandLine: z.string().optional().describe('For the reader.'),
    coordinationTime: durationField()
      .default(0)
      .describe('How long the coordination command runs on every node; no time by default.'),
    coordinationFailureShare: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('Share of coordination commands that fail, and the task with each; 0 by default.'),
    commonResourceFiles: resourceFiles
      .default([])
      .describe('Files that every node downloads before the coordination command.'),
  });
}
