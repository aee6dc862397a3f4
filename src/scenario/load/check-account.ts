import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { TextDocument } from '../../base/document/read-document.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { ScenarioFile } from '../schema/scenario-schema.js';

type Counted = Pick<ScenarioFile, 'account' | 'pools' | 'jobs' | 'jobSchedules'>;

/**
 * The first pool and the first job of a scenario that the quotas of its account have no room for (service.md section 7). All
 * of them exist from the start of the run, so none has made room for another by then; later quotas (fault quotaChange) are of
 * cores and refuse nothing that exists. Jobs that schedules create later are refused then.
 */
export function checkAccount(document: TextDocument, scenario: Counted): Diagnostic[] {
  const { account, pools, jobs, jobSchedules = [] } = scenario;
  const { source, spanOf } = document;
  const overQuota = (
    lists: readonly (readonly ['pools' | 'jobs' | 'jobSchedules', number])[],
    list: string,
    quotaName: 'poolQuota' | 'activeJobAndJobScheduleQuota',
    code: 'PoolQuotaReached' | 'ActiveJobAndScheduleQuotaReached',
  ): Diagnostic[] => {
    const quota = account?.[quotaName];
    const count = lists.reduce((sum, [, length]) => sum + length, 0);
    if (quota === undefined || count <= quota) return [];
    let left = quota;
    for (const [key, length] of lists) {
      if (left < length) {
        const parameters = { quotaName, quota, count, list, code };
        return [
          scenarioDiagnostic('quota-reached', spanOf([key, left, 'id']), parameters, { source }),
        ];
      }
      left -= length;
    }
    return [];
  };
  return [
    ...overQuota([['pools', pools.length]], 'pools', 'poolQuota', 'PoolQuotaReached'),
    ...overQuota(
      [
        ['jobs', jobs.length],
        ['jobSchedules', jobSchedules.length],
      ],
      jobSchedules.length === 0 ? 'jobs' : 'jobs and job schedules',
      'activeJobAndJobScheduleQuota',
      'ActiveJobAndScheduleQuotaReached',
    ),
  ];
}
