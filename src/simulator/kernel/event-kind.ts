/**
 * What can happen at an instant. The class orders events of one instant: what frees capacity comes before what asks for it,
 * and samples come before the evaluation that reads them.
 */
export const eventKinds = {
  taskEnd: { id: 0, class: 0, subject: 'task' },
  nodeStep: { id: 1, class: 1, subject: 'node' },
  taskStart: { id: 2, class: 3, subject: 'task' },
  resizeTimeout: { id: 3, class: 4, subject: 'pool' },
  sample: { id: 4, class: 5, subject: 'pool' },
  evaluation: { id: 5, class: 6, subject: 'pool' },
  restCheck: { id: 6, class: 7, subject: 'run' },
  preemption: { id: 7, class: 1, subject: 'node' },
  operation: { id: 8, class: 4, subject: 'operation' },
  fault: { id: 9, class: 1, subject: 'fault' },
  faultEnd: { id: 10, class: 1, subject: 'fault' },
  nodeFailure: { id: 11, class: 1, subject: 'node' },
  seek: { id: 12, class: 4, subject: 'pool' },
  taskExpiry: { id: 13, class: 0, subject: 'run' },
  taskEligible: { id: 14, class: 2, subject: 'task' },
  osUpgrade: { id: 15, class: 4, subject: 'upgrade' },
  upgradeStep: { id: 16, class: 4, subject: 'pool' },
  preparationEnd: { id: 17, class: 0, subject: 'node' },
  jobWallClock: { id: 18, class: 0, subject: 'job' },
  releaseEnd: { id: 19, class: 0, subject: 'node' },
  jobDue: { id: 20, class: 1, subject: 'job schedule' },
} as const;

/** Task arrivals are read from the workload and merged with the queue, so they have a class but no place in it. */
export const arrivalClass = 2;

export type EventKind = keyof typeof eventKinds;

const classById: readonly number[] = Object.values(eventKinds)
  .toSorted((a, b) => a.id - b.id)
  .map((kind) => kind.class);

export const TASK_END = 0;
export const NODE_STEP = 1;
export const TASK_START = 2;
export const RESIZE_TIMEOUT = 3;
export const SAMPLE = 4;
export const EVALUATION = 5;
export const REST_CHECK = 6;
export const PREEMPTION = 7;
export const OPERATION = 8;
export const FAULT = 9;
export const FAULT_END = 10;
export const NODE_FAILURE = 11;
export const SEEK = 12;
export const TASK_EXPIRY = 13;
export const TASK_ELIGIBLE = 14;
export const OS_UPGRADE = 15;
export const UPGRADE_STEP = 16;
export const PREPARATION_END = 17;
export const JOB_WALL_CLOCK = 18;
export const RELEASE_END = 19;
export const JOB_DUE = 20;

export function classOf(kindId: number): number {
  return classById[kindId]!;
}
