import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { TextDocument } from '../../base/document/read-document.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { ScenarioFile } from '../schema/scenario-schema.js';

type Counted = Pick<ScenarioFile, 'account' | 'pools' | 'jobs'>;

/**
 * The first pool and the first job of a scenario that the quotas of its account have no room for (service.md section 7). All
 * of them exist from the start of the run, so none has made room for another by then; later quotas (fault quotaChange) are of
 * cores and refuse nothing that exists.
 */
export function checkAccount(document: TextDocument, scenario: Counted): Diagnostic[] {
  const { account, pools, jobs } = scenario;
  const { source, spanOf } = document;
  const overQuota = (
    list: 'pools' | 'jobs',
    count: number,
    quotaName: 'poolQuota' | 'activeJobAndJobScheduleQuota',
    code: 'PoolQuotaReached' | 'ActiveJobAndScheduleQuotaReached',
  ): Diagnostic[] => {
    const quota = account?.[quotaName];
    if (quota === undefined || count <= quota) return [];
    const parameters = { quotaName, quota, count, list, code };
    const span = spanOf([list, quota, 'id']);
    return [scenarioDiagnostic('quota-reached', span, parameters, { source })];
  };
  return [
    ...overQuota('pools', pools.length, 'poolQuota', 'PoolQuotaReached'),
    ...overQuota(
      'jobs',
      jobs.length,
      'activeJobAndJobScheduleQuota',
      'ActiveJobAndScheduleQuotaReached',
    ),
  ];
}
