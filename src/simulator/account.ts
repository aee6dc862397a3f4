/** Quotas of the account, in cores; absent ones do not limit. */
export interface AccountInput {
  readonly dedicatedCoreQuota?: number;
  readonly lowPriorityCoreQuota?: number;
  readonly dedicatedCoreQuotaPerVMFamily?: ReadonlyMap<string, number>;
}
