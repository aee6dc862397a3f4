/** Quotas of the account, in cores; absent ones do not limit. */
export interface AccountInput {
  readonly dedicatedCoreQuota?: number;
  readonly lowPriorityCoreQuota?: number;
  readonly dedicatedCoreQuotaPerVMFamily?: ReadonlyMap<string, number>;
  /** Where the nodes live; BatchService by default. Pools with inter-node communication are smaller in a user subscription. */
  readonly poolAllocationMode?: 'BatchService' | 'UserSubscription';
}
