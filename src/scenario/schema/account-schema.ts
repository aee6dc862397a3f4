import { z } from 'zod';

import type { AccountInput } from '../../simulator/input.js';

/** Quotas of the Batch account as the management interface names them; absent ones do not limit. */
export interface AccountFile {
  readonly dedicatedCoreQuota?: number | undefined;
  readonly lowPriorityCoreQuota?: number | undefined;
  readonly dedicatedCoreQuotaPerVMFamily?:
    readonly { readonly name: string; readonly coreQuota: number }[] | undefined;
}

const cores = (): z.ZodNumber => z.number().int().min(0).max(1e9);

/** Keys of the quotas, for every place where they can be given. */
export const accountShape: { readonly [P in keyof AccountFile]-?: z.ZodType<AccountFile[P]> } = {
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
};

export const accountSchema: z.ZodType<AccountFile> = z.strictObject(accountShape);

/** Quotas as the simulator takes them. */
export function accountOf(file: AccountFile): AccountInput {
  const { dedicatedCoreQuota, lowPriorityCoreQuota, dedicatedCoreQuotaPerVMFamily } = file;
  return {
    ...(dedicatedCoreQuota === undefined ? {} : { dedicatedCoreQuota }),
    ...(lowPriorityCoreQuota === undefined ? {} : { lowPriorityCoreQuota }),
    ...(dedicatedCoreQuotaPerVMFamily === undefined
      ? {}
      : {
          dedicatedCoreQuotaPerVMFamily: new Map(
            dedicatedCoreQuotaPerVMFamily.map(({ name, coreQuota }) => [name, coreQuota]),
          ),
        }),
  };
}
