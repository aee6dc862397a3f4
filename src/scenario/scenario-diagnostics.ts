import {
  defineDiagnostics,
  type DiagnosticFactory,
} from '../base/diagnostics/define-diagnostics.js';

const definitions = {
  'unreadable-file': {
    severity: 'error',
    message: ({ path, reason }: { path: string; reason: string }): string =>
      `${path} cannot be read: ${reason}`,
  },
  'legacy-name': {
    severity: 'info',
    message: ({ name, modern }: { name: string; modern: string }): string =>
      `${name} is a name of 2014-2015; today it is ${modern}`,
  },
  'legacy-name-twice': {
    severity: 'error',
    message: ({ name, modern }: { name: string; modern: string }): string =>
      `${name} is a name of 2014-2015 for ${modern}, which is given too`,
  },
  'no-such-pool': {
    severity: 'error',
    message: ({ poolId }: { poolId: string }): string => `there is no pool ${poolId}`,
  },
  'no-such-job': {
    severity: 'error',
    message: ({ jobId }: { jobId: string }): string => `there is no job ${jobId}`,
  },
  'same-id': {
    severity: 'error',
    message: ({ what, id }: { what: string; id: string }): string =>
      `there is another ${what} ${id}; ids are compared without regard to case`,
  },
  'targets-with-autoscale': {
    severity: 'error',
    message: ({ key }: { key: string }): string =>
      `${key} may not be given when enableAutoScale is true, as on the service`,
  },
  'formula-missing': {
    severity: 'error',
    message: ({ poolId }: { poolId: string }): string =>
      `pool ${poolId} has enableAutoScale true and no autoScaleFormula`,
  },
  'formula-unused': {
    severity: 'error',
    message: ({ key, poolId }: { key: string; poolId: string }): string =>
      `pool ${poolId} has ${key}, but enableAutoScale is not true`,
  },
  'targets-missing': {
    severity: 'error',
    message: ({ poolId }: { poolId: string }): string =>
      `pool ${poolId} needs targetDedicatedNodes or targetLowPriorityNodes, as on the service, or enableAutoScale`,
  },
  'invalid-property': {
    severity: 'error',
    message: ({ key, bounds }: { key: string; bounds: string }): string =>
      `${key} must be ${bounds} (the service answers InvalidPropertyValue)`,
  },
  'quota-reached': {
    severity: 'error',
    message: ({
      quotaName,
      quota,
      count,
      list,
      code,
    }: {
      quotaName: string;
      quota: number;
      count: number;
      list: string;
      code: string;
    }): string =>
      `the scenario has ${count} ${list} and ${quotaName} of the account is ${quota} (the service answers ${code})`,
  },
  'unbounded-generator': {
    severity: 'error',
    message: (): string => 'the generator has no end; give count, until or both',
  },
  'endless-generator': {
    severity: 'error',
    message: (): string =>
      'without count the arrivals never get past one instant; give count or a distance above 0',
  },
  'no-such-job-schedule': {
    severity: 'error',
    message: ({ jobScheduleId }: { jobScheduleId: string }): string =>
      `there is no job schedule ${jobScheduleId}`,
  },
  'endless-schedule': {
    severity: 'error',
    message: ({ id }: { id: string }): string =>
      `job schedule ${id} has no end, so a run until everything is done has none`,
  },
  'no-such-job-in-trace': {
    severity: 'error',
    message: ({ job, trace }: { job: string; trace: string }): string =>
      `${trace} has no tasks of job ${job}`,
  },
  'too-many-slots': {
    severity: 'warning',
    message: ({
      subject,
      slots,
      poolId,
    }: {
      subject: string;
      slots: number;
      poolId: string;
    }): string =>
      `${subject} more slots than a node of pool ${poolId} has (${slots}), so it never runs`,
  },
  'dependencies-not-used': {
    severity: 'error',
    message: ({ jobId }: { jobId: string }): string =>
      `dependsOn needs usesTaskDependencies: true of job ${jobId} (the service answers TaskDependenciesNotSpecifiedOnJob)`,
  },
  'lifetime-without-schedule': {
    severity: 'error',
    message: ({ id }: { id: string }): string =>
      `job ${id} belongs to no job schedule, so its auto pool lives as long as the job: poolLifetimeOption: job`,
  },
  'job-action-not-used': {
    severity: 'error',
    message: ({ jobId }: { jobId: string }): string =>
      `a jobAction needs onTaskFailure: performexitoptionsjobaction of job ${jobId} (the service answers InvalidPropertyValue)`,
  },
  'split-not-alone': {
    severity: 'error',
    message: ({ jobId }: { jobId: string }): string =>
      `a split is all the work of its job, but job ${jobId} has other tasks too`,
  },
  'split-without-dependencies': {
    severity: 'error',
    message: ({ jobId }: { jobId: string }): string =>
      `the merge task of a split needs usesTaskDependencies: true of job ${jobId} (the service answers TaskDependenciesNotSpecifiedOnJob)`,
  },
  'no-such-parent': {
    severity: 'warning',
    message: ({ id, jobId }: { id: string; jobId: string }): string =>
      `job ${jobId} has no task ${id}, so the task that depends on it never runs`,
  },
  'no-preparation-task': {
    severity: 'error',
    message: ({ jobId }: { jobId: string }): string =>
      `jobReleaseTask needs a jobPreparationTask of job ${jobId} (the service answers JobPreparationTaskNotSpecified)`,
  },
  'id-of-special-task': {
    severity: 'error',
    message: ({ id, kind, code }: { id: string; kind: string; code: string }): string =>
      `${id} is the id of the job ${kind} task (the service answers ${code})`,
  },
  'metric-not-sampled': {
    severity: 'warning',
    message: ({ metric }: { metric: string }): string =>
      `${metric} has no samples: no task says what it uses (key usage)`,
  },
  'until-before-start': {
    severity: 'error',
    message: (): string => 'until is not after the start of the run',
  },
  'moment-before-start': {
    severity: 'error',
    message: (): string => 'this is before the start of the run',
  },
  'price-currency': {
    severity: 'error',
    message: ({ file, found, wanted }: { file: string; found: string; wanted: string }): string =>
      `${file} has prices in ${found}; expected ${wanted}`,
  },
  'pool-without-price': {
    severity: 'error',
    message: ({ vmSize, kind }: { vmSize: string; kind: string }): string =>
      `there is no ${kind} price for vmSize ${vmSize}`,
  },
} as const;

/** Findings about a scenario beyond the shape of the file. */
export const scenarioDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);
