import { z } from 'zod';

import type { ExitConditions, ExitOptions } from '../../workload/exit-conditions.js';

/** exitConditions as a scenario writes them: what is left out is undefined. */
export type ExitConditionsFile = {
  readonly [K in keyof ExitConditions]: ExitConditions[K] | undefined;
};

const exitCode = (): z.ZodNumber => z.number().int().min(-2_147_483_648).max(4_294_967_295);

const exitOptions = (): z.ZodType<ExitOptions> =>
  z.strictObject({
    jobAction: z
      .enum(['none', 'disable', 'terminate'])
      .optional()
      .describe(
        'What happens to the job, where its onTaskFailure is performexitoptionsjobaction; none for exit code 0, else terminate by default.',
      ),
    dependencyAction: z
      .enum(['satisfy', 'block'])
      .optional()
      .describe(
        'Whether tasks that depend on it may run; satisfy for exit code 0, else block by default.',
      ),
  });

const orderedRange = 'a range { start, end }, start not above end';

/** exitConditions of the REST interface (service.md section 4.5). */
export function exitConditionsField(): z.ZodType<ExitConditionsFile> {
  return z.strictObject({
    exitCodes: z
      .array(
        z.strictObject({
          code: exitCode().describe('The exit code.'),
          exitOptions: exitOptions().describe('What follows.'),
        }),
      )
      .max(1000)
      .optional()
      .describe('Single exit codes.'),
    exitCodeRanges: z
      .array(
        z
          .strictObject({
            start: exitCode().describe('First exit code.'),
            end: exitCode().describe('Last exit code.'),
            exitOptions: exitOptions().describe('What follows.'),
          })
          .refine(({ start, end }) => start <= end, { error: orderedRange }),
      )
      .max(1000)
      .optional()
      .describe('Ranges of exit codes, both ends included.'),
    preProcessingError: exitOptions()
      .optional()
      .describe('For a failure before the command, such as that of a download.'),
    fileUploadError: exitOptions().optional().describe('For a failed upload of an output file.'),
    default: exitOptions()
      .optional()
      .describe('For every end that nothing else covers; never for exit code 0.'),
  });
}

/** Whether some condition names an action on the job, which the job must allow. */
export function hasJobAction(conditions: ExitConditionsFile): boolean {
  const { exitCodes = [], exitCodeRanges = [] } = conditions;
  const options = [
    ...[...exitCodes, ...exitCodeRanges].map((entry) => entry.exitOptions),
    conditions.preProcessingError,
    conditions.fileUploadError,
    conditions.default,
  ];
  return options.some((option) => option?.jobAction !== undefined && option.jobAction !== 'none');
}
