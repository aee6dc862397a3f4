import type { NodeState } from './node-state.js';

/** States from which any node may be taken out of the pool, or lost. */
const anyTime = ['leavingpool', 'unusable', 'unknown', 'preempted'] as const;

/**
 * The states that a node may go to next (service.md section 2.3). `preempted` is for spot nodes only. Leaving the pool
 * altogether comes after leavingpool and is not in the table; `requested` is no state of the service.
 */
export const nodeTransitions: Readonly<
  Record<Exclude<NodeState, 'requested'>, readonly NodeState[]>
> = {
  creating: [...anyTime, 'starting'],
  // Without a start task, or with one that nobody waits for, a node is idle at once; offline where scheduling is disabled.
  starting: [...anyTime, 'waitingforstarttask', 'idle', 'offline'],
  waitingforstarttask: [...anyTime, 'idle', 'offline', 'starttaskfailed'],
  starttaskfailed: [...anyTime, 'rebooting', 'upgradingos'],
  idle: [...anyTime, 'running', 'rebooting', 'reimaging', 'upgradingos', 'offline', 'deallocating'],
  running: [...anyTime, 'idle', 'rebooting', 'reimaging', 'upgradingos', 'offline', 'deallocating'],
  rebooting: [...anyTime, 'starting'],
  reimaging: [...anyTime, 'starting'],
  upgradingos: [...anyTime, 'starting'],
  offline: [...anyTime, 'idle', 'rebooting', 'reimaging', 'upgradingos', 'deallocating'],
  unusable: [...anyTime, 'starting', 'idle', 'offline', 'rebooting', 'reimaging', 'upgradingos'],
  unknown: [...anyTime, 'starting', 'idle', 'offline', 'rebooting', 'reimaging'],
  leavingpool: ['preempted'],
  preempted: ['leavingpool', 'creating'],
  deallocating: [...anyTime, 'deallocated'],
  deallocated: [...anyTime, 'starting'],
};
