import { modelled, type Coverage } from './coverage.js';

/** Coverages that several rows share, by what the test shows. */
export const proofs = {
  accountQuota: modelled('simulator/pool', 'are shared by the pools of the account'),
  affinity: modelled(
    'simulator/task/files',
    'puts a task on the node that it prefers, by number or id',
  ),
  autoPool: modelled('simulator/auto-pool', 'is made with its job and deleted with its end'),
  autoPoolOfSchedule: modelled(
    'simulator/auto-pool',
    'with lifetime jobschedule is made with the first job, shared by the others, and deleted with the schedule',
  ),
  autoPoolRefused: modelled(
    'simulator/auto-pool',
    'that the quota of pools leaves no room for completes its job with a schedulingError',
  ),
  autoscaleInterval: modelled(
    'simulator/pool',
    'evaluates at once when enabled, then every interval',
  ),
  commandFailure: modelled(
    'simulator/task/attempts',
    'of a command are told as FailureExitCode, a user error',
  ),
  dependencies: modelled(
    'simulator/task/dependencies',
    'is eligible once all have succeeded, and seen by the scheduler 2 s later',
  ),
  dependencyRange: modelled(
    'simulator/task/dependencies',
    'waits for every integer of the range, both ends included',
  ),
  files: modelled(
    'simulator/task/files',
    'begins with its resource files and ends with its output files',
  ),
  firstBoot: modelled('simulator/pool', 'allocates, boots and bills its nodes from state creating'),
  jobAction: modelled(
    'simulator/job/exit-conditions',
    'terminate ends the job with reason TaskFailed, and nothing of it starts any more',
  ),
  jobDelete: modelled('simulator/job/states', 'ends all its tasks and is gone'),
  jobDisable: modelled(
    'simulator/job/states',
    'wait lets running tasks end before the job is disabled',
  ),
  jobEnable: modelled(
    'simulator/job/states',
    'requeue stops running tasks, and they run again from the start when the job is enabled',
  ),
  jobTerminate: modelled(
    'simulator/job/states',
    'ends running tasks with TaskEnded and completes the job; active tasks stay active for ever',
  ),
  jobUpdateRefused: modelled(
    'simulator/job/states',
    'refuses tasks that are added later, and further requests',
  ),
  jobWallClock: modelled(
    'simulator/job/states',
    'terminates the job and its running tasks, counted from its creation',
  ),
  allTasksComplete: modelled('simulator/job/states', 'completes the job with its last task'),
  multiInstance: modelled(
    'simulator/task/multi-instance',
    'one instance runs on each node: the primary on the first, subtasks from 1 to n - 1',
  ),
  namedNodes: modelled(
    'simulator/pool-operations',
    'takes exactly the nodes that were named, and lowers the target by them',
  ),
  nodeFault: modelled(
    'simulator/faults',
    'makes them unusable, counted and billed, until they come back through starting',
  ),
  packages: modelled(
    'simulator/task/files',
    'downloads packages and images at their first use and keeps them',
  ),
  preprocessing: modelled(
    'simulator/task/attempts',
    'before the command have no exit code and are not retried',
  ),
  priority: modelled('simulator/scheduling', 'of higher priority go first'),
  releaseTask: modelled(
    'simulator/job/release',
    'a job release task runs at the end of its job, which is completed after it:',
  ),
  requeue: modelled('simulator/pool', 'requeue stops the task and runs it again later'),
  resize: modelled(
    'simulator/pool-operations',
    'changes the targets at once and the nodes as they come',
  ),
  restDefaults: modelled('scenario/load-scenario', 'has the defaults of the REST interface'),
  retries: modelled('simulator/scheduling', 'n retries make n + 1 attempts of a task that fails'),
  schedule: modelled(
    'simulator/job-schedule/schedules',
    'each recurrence creates a job scheduleId:job-n with the tasks of the specification',
  ),
  scheduleTermination: modelled(
    'simulator/job-schedule/schedules',
    'terminate: the active job ends with reason TerminateJobSchedule',
  ),
  setup: modelled('simulator/node-setup', 'comes before the start task'),
  slots: modelled('simulator/scheduling', 'runs as many tasks on a node as it has slots'),
  startTaskRetries: modelled(
    'simulator/node-operations',
    'runs again as often as its retries allow, then the node is starttaskfailed',
  ),
  wallClock: modelled(
    'simulator/task/attempts',
    'ends an attempt with 0xC000013A and a server error TaskEnded, without a retry',
  ),
} as const satisfies Readonly<Record<string, Coverage>>;
