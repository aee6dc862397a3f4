/** Whose fault a failure is, in the words of failureInfo. */
export type FailureCategory = 'usererror' | 'servererror';

/** When a failure strikes: before the command runs, by the command itself, after it, or at any time by the service. */
export type FailurePhase = 'preprocessing' | 'command' | 'upload' | 'service';

/**
 * The codes of a task's failureInfo (service.md section 4.4; those of file uploads from the documented list of
 * TaskFailureInformationCodes). The category of each is only partly documented: TaskEnded is a server error on record, the
 * others follow the rule that what the user can mend is a user error.
 */
export const taskFailureCodes = {
  ApplicationPackageError: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'An application package of the task could not be deployed',
  },
  BlobAccessDenied: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'Access to a resource file of the task was denied',
  },
  BlobDownloadMiscError: {
    phase: 'preprocessing',
    category: 'servererror',
    message: 'The download of a resource file of the task failed',
  },
  BlobDownloadTimedOut: {
    phase: 'preprocessing',
    category: 'servererror',
    message: 'The download of a resource file of the task timed out',
  },
  BlobNotFound: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'A resource file of the task does not exist',
  },
  CommandLaunchFailed: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'The command line of the task could not be launched',
  },
  CommandProgramNotFound: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'The program in the command line of the task was not found',
  },
  ContainerInvalidImage: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'The container image is invalid',
  },
  ContainerInvalidRegistry: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'The container registry is invalid',
  },
  ContainerInvalidSettings: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'A container setting of the task is invalid',
  },
  ContainerMiscError: {
    phase: 'preprocessing',
    category: 'servererror',
    message: 'The container of the task failed',
  },
  DiskFull: {
    phase: 'preprocessing',
    category: 'usererror',
    message: 'The disk of the node is full',
  },
  FailureExitCode: {
    phase: 'command',
    category: 'usererror',
    message: 'The task exited with an exit code representing a failure',
  },
  FileUploadAccessDenied: {
    phase: 'upload',
    category: 'usererror',
    message: 'Access to the storage container of an output file was denied',
  },
  FileUploadContainerNotFound: {
    phase: 'upload',
    category: 'usererror',
    message: 'The storage container of an output file was not found',
  },
  FileUploadMiscError: {
    phase: 'upload',
    category: 'servererror',
    message: 'The upload of an output file failed',
  },
  ResourceDirectoryCreateFailed: {
    phase: 'preprocessing',
    category: 'servererror',
    message: 'A directory for a resource file of the task could not be created',
  },
  ResourceFileCreateFailed: {
    phase: 'preprocessing',
    category: 'servererror',
    message: 'A resource file of the task could not be created',
  },
  ResourceFileWriteFailed: {
    phase: 'preprocessing',
    category: 'servererror',
    message: 'A resource file of the task could not be written',
  },
  TaskEnded: {
    phase: 'service',
    category: 'servererror',
    message: 'The task was ended by the service or at the request of a user',
  },
  Unknown: {
    phase: 'preprocessing',
    category: 'servererror',
    message: 'The task failed for an unknown reason',
  },
} as const;

export type TaskFailureCode = keyof typeof taskFailureCodes;

/** The codes that a workload may ask for: those of a phase before or after the command. */
export type SelectableFailureCode = {
  [C in TaskFailureCode]: (typeof taskFailureCodes)[C]['phase'] extends 'preprocessing' | 'upload'
    ? C
    : never;
}[TaskFailureCode];

export const selectableFailureCodes: readonly SelectableFailureCode[] = (
  Object.keys(taskFailureCodes) as TaskFailureCode[]
).filter((code): code is SelectableFailureCode => {
  const { phase } = taskFailureCodes[code];
  return phase === 'preprocessing' || phase === 'upload';
});
