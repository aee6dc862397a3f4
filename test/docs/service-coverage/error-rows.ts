import { modelled, outOfModel, type Coverage, type CoverageRow } from './coverage.js';
import { proofs } from './proofs.js';

function codes(
  group: string,
  section: string,
  coverages: Readonly<Record<string, Coverage>>,
): CoverageRow[] {
  return Object.entries(coverages).map(([name, coverage]) => ({ group, name, section, coverage }));
}

const poolOperations = 'simulator/pool-operations';
const resizeRefused = modelled(
  poolOperations,
  'is refused while another one is open, and on a pool that scales itself',
);
const quotas = modelled('simulator/pool', 'allocate up to the quota of each kind and report it');
const enable = modelled(
  poolOperations,
  'is refused twice within 30 seconds, while a resize is open, and for a wrong interval',
);
const formulaRefused = modelled(
  'scenario/operation-formula',
  'a formula with a mistake in %s is a warning before the run and refused in it',
);
const formulaTooLong = modelled(
  'scenario/operation-formula',
  'a formula that is too long is refused in the same way',
);
const chosenNodes = modelled(
  'simulator/node-operations',
  'and where none is what was asked for, the answer is NodeNotFound',
);
const taskRefused = modelled(
  'simulator/task/operations',
  'is refused for a task that is completed, or not there',
);
const nodeStateRefused = modelled(
  'simulator/node-operations',
  'are refused with the code of the state, where it has one',
);
const tooManyTasks = modelled(
  'simulator/task/add-tasks',
  'is refused for more than 100 tasks, and for a job that is not there or has ended',
);
const failures = modelled(
  'simulator/error-codes',
  'a task that fails with %s says so in the log and the record',
);
const dependencyList = modelled('scenario/task-settings', '%s%s are checked');
const specialTaskId = modelled(
  'scenario/special-tasks',
  'refuses the id of a preparation or release task for another task',
);

/** Every error code of the service (service.md sections 1 to 7 and 10). */
export const errorRows: readonly CoverageRow[] = [
  ...codes('code of resizeErrors', '1.3', {
    AllocationTimedout: modelled(poolOperations, 'ends with an error at its own timeout'),
    AllocationFailed: modelled(
      'simulator/faults',
      'ends the resize with its code, and dedicated nodes come when somebody asks again',
    ),
    AccountCoreQuotaReached: quotas,
    AccountLowPriorityCoreQuotaReached: quotas,
    RemoveNodesFailed: outOfModel('why the removal of a node fails is not on record'),
    ResizeStopped: modelled(
      poolOperations,
      'keeps what has come, asks for no more, and leaves the target',
    ),
    Unknown: modelled(
      'simulator/error-codes',
      'an allocation that fails with %s leaves it in resizeErrors',
    ),
  }),
  ...codes('refusal of an operation on pools', '1.3', {
    PoolBeingResized: resizeRefused,
    PoolBeingDeleted: modelled(
      poolOperations,
      'stops a resize, requeues the tasks, empties the pool and then knows it no more',
    ),
    PoolNotFound: modelled(
      poolOperations,
      'an operation on a pool that does not exist is answered like any other mistake',
    ),
    PoolQuotaReached: modelled(
      'scenario/scenario-errors',
      'may have as many pools and jobs as the quotas of its account (service.md section 7)',
    ),
    PoolExists: modelled(
      'simulator/add-pool',
      'where a pool has its id, or one of its id is being deleted',
    ),
    PoolBeingCreated: outOfModel('the creation of a pool takes no time in the model'),
    TooManyEnableAutoScaleRequests: enable,
    InvalidAutoScalingSettings: enable,
    AutoScalingFormulaSyntaxError: formulaRefused,
    AutoScaleFormulaTooLong: formulaTooLong,
    InsufficientSampleData: modelled(
      'simulator/pool',
      'leaves the pool as it is after a failed evaluation',
    ),
  }),
  ...codes('refusal of an operation on nodes', '2.3', {
    NodeNotFound: chosenNodes,
    NodeAlreadyInTargetSchedulingState: modelled(
      'simulator/node-operations',
      'cannot be set to what it is',
    ),
    OperationInvalidForCurrentState: modelled(
      'simulator/node-operations',
      'are refused in other states',
    ),
    NodeBeingCreated: nodeStateRefused,
    NodeBeingStarted: nodeStateRefused,
    NodeBeingRebooted: nodeStateRefused,
    NodeBeingReimaged: nodeStateRefused,
    NodeStateUnusable: nodeStateRefused,
  }),
  ...codes('schedulingError of a job', '1.5', {
    AutoPoolCreationFailedWithQuotaReached: proofs.autoPoolRefused,
    InvalidApplicationPackageReferencesInAutoPool: outOfModel(
      'packages that a pool cannot have stop the scenario, with their place',
    ),
    InvalidAutoScaleFormulaInAutoPool: outOfModel(
      'a formula with a mistake stops the scenario, with the place of the mistake',
    ),
    InvalidCertificatesInAutoPool: outOfModel(
      'certificates that a pool cannot have stop the scenario, with their place',
    ),
    Unknown: outOfModel('what else can go wrong is not on record'),
  }),
  ...codes('refusal of an operation on jobs and tasks', '3', {
    ActiveJobAndScheduleQuotaReached: modelled(
      'simulator/job-schedule/schedules',
      'a job that is due is refused while jobs that are not completed, and schedules, reach it',
    ),
    OutOfRangePriority: modelled('simulator/job/states', 'is refused outside -1000 to 1000'),
    TaskDependenciesNotSpecifiedOnJob: dependencyList,
    TaskDependencyListTooLong: dependencyList,
    JobBeingDeleted: proofs.jobUpdateRefused,
    JobBeingTerminated: proofs.jobUpdateRefused,
    JobCompleted: proofs.jobUpdateRefused,
    JobDisabled: outOfModel(
      'which request this code answers is not on record; a disabled job takes tasks and updates',
    ),
    JobNotActive: outOfModel('which request this code answers is not on record'),
    JobNotFound: taskRefused,
    JobExists: modelled(
      'simulator/job/add-job',
      'where a job has its id, be it completed, and where one of its id is being deleted',
    ),
    JobWithSameIdExists: modelled(
      'simulator/job-schedule/add-job-schedule',
      'where a job schedule or a job has its id: they share one namespace',
    ),
    JobScheduleExists: modelled(
      'simulator/job-schedule/add-job-schedule',
      'where a job schedule or a job has its id: they share one namespace',
    ),
    JobScheduleWithSameIdExists: modelled(
      'simulator/job/add-job',
      'where a job schedule has its id: they share one namespace (service.md section 3.6)',
    ),
    TaskExists: modelled(
      'simulator/task/add-tasks',
      'answers clienterror for a task that the job has, and adds the others',
    ),
    TaskNotFound: taskRefused,
    TaskCompleted: taskRefused,
    FileNotFound: outOfModel('a simulated task writes nothing that could be read'),
    RequestBodyTooLarge: tooManyTasks,
    InvalidPropertyValue: modelled(
      poolOperations,
      'is refused for an unknown id, no id and more than 100 ids',
    ),
    MissingRequiredProperty: modelled(
      poolOperations,
      'needs a target, and a timeout of at least five minutes',
    ),
    InvalidConstraintValue: modelled('simulator/task/update-task', 'is refused below -1'),
    JobPreparationTaskNotSpecified: modelled(
      'scenario/special-tasks',
      'refuses a release task without a preparation task',
    ),
    TaskIdSameAsJobPreparationTask: specialTaskId,
    TaskIdSameAsJobReleaseTask: specialTaskId,
    ServerBusy: outOfModel('when the service throttles requests is not on record'),
  }),
  ...codes('code of failureInfo', '4.4', {
    ApplicationPackageError: failures,
    BlobAccessDenied: failures,
    BlobDownloadMiscError: failures,
    BlobDownloadTimedOut: failures,
    BlobNotFound: failures,
    CommandLaunchFailed: failures,
    CommandProgramNotFound: failures,
    DiskFull: modelled(
      'simulator/node-disk',
      'fails the task with DiskFull when its downloads have filled it, and leaves the node unusable',
    ),
    ResourceDirectoryCreateFailed: failures,
    ResourceFileCreateFailed: failures,
    ResourceFileWriteFailed: failures,
    TaskEnded: proofs.wallClock,
    Unknown: failures,
    ContainerInvalidImage: failures,
    ContainerInvalidRegistry: failures,
    ContainerInvalidSettings: failures,
    ContainerMiscError: failures,
    FileUploadAccessDenied: failures,
    FileUploadContainerNotFound: failures,
    FileUploadMiscError: failures,
    FailureExitCode: proofs.commandFailure,
    JobPreparationTaskFailed: modelled(
      'simulator/job/preparation',
      'makes the task active again, with TaskScheduleFail, and bars the node for the job',
    ),
    BadCommandType: outOfModel('only an example of an event shows this code'),
  }),
];
