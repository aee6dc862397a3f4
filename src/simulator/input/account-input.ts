/** Quotas of the account (service.md section 7); absent ones do not limit. */
export interface AccountInput {
  /** Cores. */
  readonly dedicatedCoreQuota?: number;
  readonly lowPriorityCoreQuota?: number;
  readonly dedicatedCoreQuotaPerVMFamily?: ReadonlyMap<string, number>;
  /** Pools that the account may have; no limit by default. */
  readonly poolQuota?: number;
  /** Where the nodes live; BatchService by default. Pools with inter-node communication are smaller in a user subscription. */
  readonly poolAllocationMode?: 'BatchService' | 'UserSubscription';
  /** Jobs and job schedules that are not completed. */
  readonly activeJobAndJobScheduleQuota?: number;
}
