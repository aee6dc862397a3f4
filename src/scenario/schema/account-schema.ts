import { z } from 'zod';

/** Quotas of the Batch account as the management interface names them; absent ones do not limit. */
export interface AccountFile {
  readonly dedicatedCoreQuota?: number | undefined;
  readonly lowPriorityCoreQuota?: number | undefined;
  readonly dedicatedCoreQuotaPerVMFamily?:
    readonly { readonly name: string; readonly coreQuota: number }[] | undefined;
}

const cores = (): z.ZodNumber => z.number().int().min(0).max(1e9);

export const accountSchema: z.ZodType<AccountFile> = z.strictObject({
  dedicatedCoreQuota: cores().optional().describe('Cores of all dedicated nodes.'),
  lowPriorityCoreQuota: cores().optional().describe('Cores of all spot (low-priority) nodes.'),
  dedicatedCoreQuotaPerVMFamily: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe('Name of the family, as in vmFamily of a pool.'),
        coreQuota: cores().describe('Cores of all dedicated nodes of the family.'),
      }),
    )
    .optional()
    .describe('Cores of dedicated nodes by VM family.'),
});
