/**
 * The states of a node that are modelled so far, by number for the columns of the node store. `requested` is ours: asked of
 * the platform and not yet part of the pool, so it is never counted or shown. The others are wire values of the service.
 */
export const nodeStates = [
  'requested',
  'creating',
  'starting',
  'waitingforstarttask',
  'idle',
  'running',
  'leavingpool',
  'preempted',
] as const;

export type NodeState = (typeof nodeStates)[number];

export const REQUESTED = 0;
export const CREATING = 1;
export const STARTING = 2;
export const WAITING_FOR_START_TASK = 3;
export const IDLE = 4;
export const RUNNING_TASKS = 5;
export const LEAVING_POOL = 6;
export const PREEMPTED = 7;
/** Not a state: the slot of the store is free. */
export const GONE = 8;

export const DEDICATED = 0;
export const SPOT = 1;
/** In order of their numbers. */
export const nodeKinds = ['dedicated', 'spot'] as const;
