import type { Distribution } from '../../base/random/distribution.js';

/** A point that no public source settles, or whose value depends on the region and the day: named, with a default. */
export type ParameterDefinition = {
  readonly unit: 's' | 'bytes/s' | 'fraction' | 'per hour' | 'none';
  readonly description: string;
  /** Why this default, and what else is plausible. */
  readonly evidence: string;
  /** Open ids of the service facts that the parameter answers. */
  readonly covers: readonly string[];
} & (
  | { readonly kind: 'distribution'; readonly default: Distribution }
  | {
      readonly kind: 'number';
      readonly default: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'choice'; readonly default: string; readonly values: readonly string[] }
);

export const parameterTable = {
  'alloc.first_node_s': {
    kind: 'distribution',
    unit: 's',
    default: { lognormal: { median: 300, sigma: 0.38 } },
    description:
      'From the start of a resize to its first node in state creating; one draw a resize and kind.',
    evidence:
      'users report 3 to 8 minutes (Azure/Batch#145), once 15; a documented example has 55 s',
    covers: [],
  },
  'alloc.extra_node_s': {
    kind: 'distribution',
    unit: 's',
    default: { exponential: { mean: 0.3 } },
    description:
      'Further delay of each node after the first, multiplied by the number of nodes that the resize asks for.',
    evidence:
      'placeholder: many nodes do not delay the first one, but the tail passes 10 minutes (Azure/Batch#145)',
    covers: [],
  },
  'alloc.slow_node_share': {
    kind: 'number',
    unit: 'fraction',
    default: 0.01,
    min: 0,
    max: 1,
    description: 'Share of nodes that arrive late, by alloc.slow_node_s on top.',
    evidence: 'placeholder: about 1 % of nodes take more than 10 minutes (Azure/Batch#145)',
    covers: [],
  },
  'alloc.slow_node_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 600 },
    description: 'Further delay of a late node.',
    evidence: 'placeholder, see alloc.slow_node_share',
    covers: [],
  },
  'node.creating_to_idle_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 60 },
    description:
      'From state creating to idle, without a start task; half of it is spent in state starting.',
    evidence:
      'placeholder for Linux; Windows about 240; the split between the two states is unknown',
    covers: ['S1.3'],
  },
  'node.leaving_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 20 },
    description:
      'From the end of the last task of a leaving node (state leavingpool) to its disappearance.',
    evidence: 'no record; a documented example of a whole pool delete has 20.3 s',
    covers: [],
  },
  'node.reboot_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 60 },
    description: 'Time in state rebooting, before starting and the start task follow.',
    evidence: 'placeholder: no published distribution of reboot times was found',
    covers: [],
  },
  'node.reimage_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 300 },
    description: 'Time in state reimaging, before starting and the start task follow.',
    evidence: 'placeholder: no published distribution of reimage times was found',
    covers: [],
  },
  'node.deallocating_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 60 },
    description: 'Time in state deallocating, which is not billed.',
    evidence: 'placeholder: no published distribution was found',
    covers: [],
  },
  'node.os_upgrade_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 300 },
    description: 'Time in state upgradingos, before starting and the start task follow.',
    evidence: 'placeholder: no published distribution was found',
    covers: [],
  },
  'node.certificate_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 1 },
    description: 'Time to install one certificate of the pool on a new node.',
    evidence: 'placeholder: no record',
    covers: [],
  },
  'node.mount_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 5 },
    description: 'Time to mount one file system of the pool, on every boot.',
    evidence: 'placeholder: no record',
    covers: [],
  },
  'node.data_disk_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 0 },
    description: 'Time to attach one data disk of the pool to a new node.',
    evidence: 'no record; disks come with the VM',
    covers: [],
  },
  'node.download_gb_per_s': {
    kind: 'number',
    unit: 'none',
    default: 0.1,
    min: 1e-6,
    max: 1000,
    description:
      'Gigabytes a second at which a node downloads packages and images of its pool before its start task, and images of tasks at their first use.',
    evidence: 'times of image pulls in users reports (Azure/aztk#659, CromwellOnAzure#107)',
    covers: [],
  },
  'node.concurrent_pulls': {
    kind: 'number',
    unit: 'none',
    default: 50,
    min: 1,
    max: 1000000,
    description:
      'Container image pulls at one time from which on registries throttle: with n times as many, a pull takes n times as long.',
    evidence: 'more than 50 nodes with 7 GB each were throttled (Azure/aztk#659)',
    covers: [],
  },
  'node.package_gb': {
    kind: 'number',
    unit: 'none',
    default: 0.1,
    min: 0,
    max: 100000,
    description: 'Gigabytes of an application package for which the scenario gives no size.',
    evidence: 'placeholder: packages differ',
    covers: [],
  },
  'node.disk_reserve_bytes': {
    kind: 'number',
    unit: 'none',
    default: 1_000_000,
    min: 0,
    max: 1e15,
    description: 'Bytes of the disk of a node that the service keeps free of files of tasks.',
    evidence:
      'the documented example of AZ_BATCH_TASK_RESERVED_EPHEMERAL_DISK_SPACE_BYTES; it counts where a pool has diskBytes',
    covers: [],
  },
  'node.image_gb': {
    kind: 'number',
    unit: 'none',
    default: 2,
    min: 0,
    max: 100000,
    description: 'Gigabytes of a container image for which the scenario gives no size.',
    evidence: 'placeholder: images differ; 7 GB is recorded',
    covers: [],
  },
  'node.package_failure_share': {
    kind: 'number',
    unit: 'fraction',
    default: 0,
    min: 0,
    max: 1,
    description:
      'Share of nodes whose application packages fail to download, which leaves them unusable.',
    evidence: 'no record of a rate; the consequence is documented',
    covers: [],
  },
  'node.image_failure_share': {
    kind: 'number',
    unit: 'fraction',
    default: 0,
    min: 0,
    max: 1,
    description: 'Share of nodes whose container images fail to pull, which leaves them unusable.',
    evidence:
      'more than a quarter of start tasks failed under throttling once (Azure/aztk#659); the consequence is documented',
    covers: [],
  },
  'resize.autoscale_timeout_s': {
    kind: 'number',
    unit: 's',
    default: 900,
    min: 1,
    max: 31_536_000,
    description:
      'After this time a resize that an autoscale run started is given up, with error AllocationTimedout.',
    evidence:
      'resizeTimeout is documented without effect on autoscale pools, yet the error is recorded there',
    covers: ['S1.2'],
  },
  'resize.stopping_s': {
    kind: 'number',
    unit: 's',
    default: 0,
    min: 0,
    max: 86_400,
    description:
      'Time in allocation state stopping after a stop resize, before the pool is steady.',
    evidence: 'no record; what has come stays and nothing else is rolled back',
    covers: ['S1.4'],
  },
  'shrink.order': {
    kind: 'choice',
    unit: 'none',
    default: 'idle-first',
    values: ['idle-first', 'newest-first', 'oldest-first', 'random'],
    description:
      'Which nodes leave first: unhealthy and preempted ones, then idle, then starting, then running with the fewest busy slots; or by age alone; or drawn.',
    evidence: 'only implied by the documentation of nodeFillType pack',
    covers: ['S1.5'],
  },
  'shrink.draining_state': {
    kind: 'choice',
    unit: 'none',
    default: 'leavingpool',
    values: ['leavingpool', 'running'],
    description: 'State of a node that still runs tasks under taskcompletion.',
    evidence: 'no record',
    covers: [],
  },
  'sched.latency_s': {
    kind: 'distribution',
    unit: 's',
    default: { lognormal: { median: 3, sigma: 0.25 } },
    description: 'From the choice of a node to state running; the slot is held meanwhile.',
    evidence: 'the Batch team names 2 to 5 s (Azure/Batch#58)',
    covers: [],
  },
  'sched.dependency_extra_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 2 },
    description: 'From the success of the last parent of a task until the scheduler sees the task.',
    evidence:
      'one observed pair took 7 s from the end of the parent to the start of the child, most of it scheduling (Azure/Batch#58)',
    covers: [],
  },
  'sched.returned_tasks': {
    kind: 'choice',
    unit: 'none',
    default: 'old-place',
    values: ['old-place', 'last'],
    description:
      'Where a task that is retried or requeued stands among the queued tasks of its job: by its submission, or behind them.',
    evidence: 'the order of tasks within a job is documented as not guaranteed',
    covers: ['S4.1', 'S5.2'],
  },
  'task.download_bytes_per_s': {
    kind: 'number',
    unit: 'bytes/s',
    default: 100_000_000,
    min: 1,
    max: 1e12,
    description: 'Rate at which an attempt downloads resource files and application packages.',
    evidence: 'placeholder: it differs by VM size and storage account',
    covers: [],
  },
  'task.upload_bytes_per_s': {
    kind: 'number',
    unit: 'bytes/s',
    default: 100_000_000,
    min: 1,
    max: 1e12,
    description: 'Rate at which an attempt uploads output files.',
    evidence: 'placeholder: it differs by VM size and storage account',
    covers: [],
  },
  'task.container_start_s': {
    kind: 'distribution',
    unit: 's',
    default: { constant: 4.5 },
    description: 'From the image on the node to the start of the command in its container.',
    evidence: 'users report 4 to 5 s more for a container task (Azure/Batch#58)',
    covers: [],
  },
  'sample.cpu_percent': {
    kind: 'choice',
    unit: 'none',
    default: 'fraction',
    values: ['fraction', 'percent'],
    description: 'Whether $CPUPercent goes from 0 to 1 or from 0 to 100.',
    evidence: 'documented as a percentage, but every documented threshold lies between 0 and 1',
    covers: [],
  },
  'task.retry_on_wall_clock': {
    kind: 'choice',
    unit: 'none',
    default: 'no',
    values: ['no', 'yes'],
    description: 'Whether an attempt that reached maxWallClockTime is retried like a nonzero exit.',
    evidence: 'documented as impossible in 2015; no newer statement was found',
    covers: ['S4.2'],
  },
  'task.wall_clock_exit_code': {
    kind: 'number',
    unit: 'none',
    default: -1_073_741_510,
    min: -2_147_483_648,
    max: 4_294_967_295,
    description: 'Exit code of an attempt that reached maxWallClockTime.',
    evidence: '0xC000013A is documented for Windows; on Linux the operating system chooses another',
    covers: [],
  },
  'autoscale.first_eval': {
    kind: 'choice',
    unit: 'none',
    default: 'at-enable',
    values: ['at-enable', 'after-interval'],
    description: 'When the formula is evaluated for the first time.',
    evidence: 'recordings show a run in the second of the enable request',
    covers: [],
  },
  'autoscale.evaluation_phase_s': {
    kind: 'number',
    unit: 's',
    default: 0,
    min: 0,
    max: 3600,
    description: 'Shift of all evaluations against the start of the run.',
    evidence: 'evaluations are not coordinated with anything else',
    covers: [],
  },
  'autoscale.retry_same_target': {
    kind: 'choice',
    unit: 'none',
    default: 'yes',
    values: ['yes', 'no'],
    description:
      'Whether a run with an unchanged target starts a new resize while nodes are missing.',
    evidence: 'no statement; pools that stay stuck are recorded (ga4gh-tes#313)',
    covers: [],
  },
  'preempt.rate_per_hour': {
    kind: 'number',
    unit: 'per hour',
    default: 0,
    min: 0,
    max: 3600,
    description: 'How often a spot node is reclaimed; the time until then is exponential.',
    evidence:
      'the platform publishes eviction rates per size and region; none by default, and the report says so',
    covers: [],
  },
  'preempt.return_s': {
    kind: 'distribution',
    unit: 's',
    default: { lognormal: { median: 300, sigma: 0.38 } },
    description:
      'From the preemption of a node to its replacement in state creating, under the same id.',
    evidence:
      'placeholder: the pool seeks its target continually (documented), how long it takes is not published',
    covers: [],
  },
  'seek.spot_period_s': {
    kind: 'number',
    unit: 's',
    default: 60,
    min: 1,
    max: 86_400,
    description: 'Time between two requests for spot nodes that are missing after a resize.',
    evidence: 'documented as continual; 30 to 600 are plausible',
    covers: [],
  },
  'node.recovery_s': {
    kind: 'distribution',
    unit: 's',
    default: { lognormal: { median: 600, sigma: 0.5 } },
    description:
      'From unusable or unknown to the recovery of the node by the service, where a fault does not say otherwise.',
    evidence:
      'placeholder: the service tries to recover nodes that it cannot reach (documented), how long it takes is not published',
    covers: [],
  },
  'preempt.raises_requeueCount': {
    kind: 'choice',
    unit: 'none',
    default: 'no',
    values: ['no', 'yes'],
    description: 'Whether a preemption counts as a requeue in the figures and events of its tasks.',
    evidence:
      'requeueCount is documented for user requests only; recoveries raise the hidden systemTaskVersion',
    covers: [],
  },
  'sample.period_s': {
    kind: 'number',
    unit: 's',
    default: 30,
    min: 1,
    max: 3600,
    description: 'Time between two samples of a metric.',
    evidence: 'documented; 5 s in 2015',
    covers: [],
  },
  'sample.delay_s': {
    kind: 'number',
    unit: 's',
    default: 15,
    min: 0,
    max: 3600,
    description: 'Age from which a sample can be seen by a formula.',
    evidence: 'documented as about a minute; recorded windows miss 0 or 1 of their samples',
    covers: [],
  },
  'sample.phase_s': {
    kind: 'distribution',
    unit: 's',
    default: { uniform: [0, 30] },
    description: 'Instant of the first sample after the start; one draw a pool.',
    evidence: 'sampling and evaluation are not coordinated (ga4gh-tes)',
    covers: [],
  },
  'sample.loss': {
    kind: 'number',
    unit: 'fraction',
    default: 0,
    min: 0,
    max: 1,
    description: 'Share of samples that never appear.',
    evidence:
      'the documentation has an example with 15 of 20 samples; recordings have 29 or 30 of 30',
    covers: [],
  },
  'job.action_without_exit_options': {
    kind: 'choice',
    unit: 'none',
    default: 'terminate',
    values: ['terminate', 'none'],
    description:
      'What a failed task without exit options for its end does to a job with onTaskFailure = performexitoptionsjobaction.',
    evidence:
      'terminate is the documented default of jobAction for every condition but exit code 0; whether it holds without any exit options is not said',
    covers: ['S4.4'],
  },
  'sched.preempted_task': {
    kind: 'choice',
    unit: 'none',
    default: 'newest',
    values: ['newest', 'oldest'],
    description:
      'Which task of a job with allowTaskPreemption is requeued first, and which makes room for a job manager task: that which was given to its node last, or first.',
    evidence: 'not documented; the newest loses the least work',
    covers: ['S3.1'],
  },
  'sched.job_manager_makes_room': {
    kind: 'choice',
    unit: 'none',
    default: 'yes',
    values: ['yes', 'no'],
    description:
      'Whether a running task is requeued where a job manager task must restart and finds no node.',
    evidence: 'documented as something that the service may do',
    covers: [],
  },
  'job.all_tasks_complete_from': {
    kind: 'choice',
    unit: 'none',
    default: 'last-submission',
    values: ['last-submission', 'creation'],
    description:
      'From when a job with onAllTasksComplete = terminatejob ends once none of its tasks is left: after the workload has submitted its last one, as for a user who sets the property then, or from its creation on.',
    evidence:
      'a job without tasks counts as all complete (documented), so users set the property after adding the tasks',
    covers: [],
  },
  'sample.retention_s': {
    kind: 'number',
    unit: 's',
    default: 604_800,
    min: 30,
    max: 31_536_000,
    description: 'How long samples are kept for formulas.',
    evidence: 'no record; windows of hours are in use',
    covers: ['L5.5'],
  },
  'sample.finished_tasks': {
    kind: 'choice',
    unit: 'none',
    default: 'cumulative',
    values: ['cumulative', 'per-period'],
    description:
      'Whether $SucceededTasks and $FailedTasks count from the start or since the sample before.',
    evidence: 'documented only as the number of finished tasks',
    covers: ['S6.1'],
  },
  'bill.from': {
    kind: 'choice',
    unit: 'none',
    default: 'creating',
    values: ['creating', 'starting'],
    description: 'State from which a node is billed, until it has left the pool.',
    evidence: 'the VM is obtained in creating; power state Creating itself is not billed',
    covers: ['S2.1', 'S9.1'],
  },
  'bill.quantum_s': {
    kind: 'number',
    unit: 's',
    default: 1,
    min: 0.001,
    max: 3600,
    description: 'The billed time of each node is rounded up to a multiple of this.',
    evidence:
      'meters are in hours; per-second proration is the usual reading, 60 and 3600 are alternatives',
    covers: ['S9.2'],
  },
} as const;

export type ParameterName = keyof typeof parameterTable;
