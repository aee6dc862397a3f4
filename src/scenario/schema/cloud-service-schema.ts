import { z } from 'zod';

/** The pools of cloud services, retired, which only ran Windows (service.md section 1.1). */
export interface CloudServiceFile {
  readonly osFamily?: string | undefined;
}

const text = (): z.ZodType<string | undefined> =>
  z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .describe('For the reader.');

export const cloudServiceConfiguration: z.ZodType<CloudServiceFile> = z.strictObject({
  osFamily: text(),
  osVersion: text(),
  targetOSVersion: text(),
  currentOSVersion: text(),
});
