import { z } from 'zod';

import { notModelled } from '../../base/document/schema-parts.js';
import type { AccountInput } from '../../simulator/input/account-input.js';

/** Core quotas of the Batch account as the management interface names them; absent ones do not limit. */
export interface CoreQuotasFile {
  readonly dedicatedCoreQuota?: number | undefined;
  readonly lowPriorityCoreQuota?: number | undefined;
  readonly dedicatedCoreQuotaPerVMFamily?:
    readonly { readonly name: string; readonly coreQuota: number }[] | undefined;
}

/** Quotas of the Batch account: of cores, and of the things that it may have at once (service.md section 7). */
export interface AccountFile extends CoreQuotasFile {
  readonly name?: string | undefined;
  readonly poolAllocationMode?: 'BatchService' | 'UserSubscription' | undefined;
  readonly poolQuota?: number | undefined;
  readonly activeJobAndJobScheduleQuota?: number | undefined;
}

const cores = (): z.ZodNumber => z.number().int().min(0).max(1e9);

/** Keys of the core quotas, for every place where they can be given. */
export const coreQuotasShape: {
  readonly [P in keyof CoreQuotasFile]-?: z.ZodType<CoreQuotasFile[P]>;
} = {
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

const count = (): z.ZodNumber => z.number().int().min(0).max(1e6);

export const accountSchema: z.ZodType<AccountFile> = z.strictObject({
  ...coreQuotasShape,
  name: z
    .string()
    .regex(/^[a-z0-9]{3,24}$/, { error: '3 to 24 lower-case letters and digits' })
    .optional()
    .describe('Name of the account, which tasks see in their environment.'),
  poolAllocationMode: z
    .enum(['BatchService', 'UserSubscription'])
    .optional()
    .describe('Where the nodes of its pools live; BatchService by default.'),
  poolQuota: count().optional().describe('Pools that the account may have.'),
  activeJobAndJobScheduleQuota: count()
    .optional()
    .describe('Jobs that are not completed, and job schedules, that the account may have.'),
  autoStorage: notModelled(),
});

/** Quotas and the mode of allocation as the simulator takes them. */
export function accountOf(file: AccountFile): AccountInput {
  const { poolAllocationMode, poolQuota } = file;
  const { dedicatedCoreQuota, lowPriorityCoreQuota, dedicatedCoreQuotaPerVMFamily } = file;
  const { activeJobAndJobScheduleQuota } = file;
  return {
    ...(poolQuota === undefined ? {} : { poolQuota }),
    ...(poolAllocationMode === undefined ? {} : { poolAllocationMode }),
    ...(activeJobAndJobScheduleQuota === undefined ? {} : { activeJobAndJobScheduleQuota }),
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
