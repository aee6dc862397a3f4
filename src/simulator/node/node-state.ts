/**
 * The states of a node, by number for the columns of the node store. `requested` is ours: asked of the platform and not yet part
 * of the pool, so it is never counted or shown. The others are wire values of the service.
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
  'rebooting',
  'reimaging',
  'offline',
  'starttaskfailed',
  'unusable',
  'unknown',
  'deallocating',
  'deallocated',
  'upgradingos',
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
export const REBOOTING = 8;
export const REIMAGING = 9;
export const OFFLINE = 10;
export const START_TASK_FAILED = 11;
export const UNUSABLE = 12;
export const UNKNOWN = 13;
export const DEALLOCATING = 14;
export const DEALLOCATED = 15;
export const UPGRADING_OS = 16;
/** Not a state: the slot of the store is free. */
export const GONE = 17;

export const DEDICATED = 0;
export const SPOT = 1;
/** In order of their numbers. */
export const nodeKinds = ['dedicated', 'spot'] as const;

/**
 * Whether a node in this state is billed (service.md sections 2.1 and 9): every node of the pool is, whatever it does, except
 * where its VM is not there. `creating` follows the parameter bill.from.
 */
export function isBilled(state: number, from: 'creating' | 'starting'): boolean {
  switch (state) {
    case REQUESTED:
    case PREEMPTED:
    case DEALLOCATING:
    case DEALLOCATED:
    case GONE:
      return false;
    case CREATING:
      return from === 'creating';
    default:
      return true;
  }
}
