/**
 * Where a task is. The wire states of the service are in `wireState`: a task that holds a slot but has not started yet is
 * still `active` there (design.md section 4: scheduling latency holds the slot while the task stays active).
 */
export const QUEUED = 0;
export const ASSIGNED = 1;
export const RUNNING = 2;
/** Waits for its parents; active on the wire. */
export const BLOCKED = 4;
/** Its parents have succeeded and the scheduler has not noticed yet; active on the wire. */
export const RELEASED = 5;
/** An instance of a multi-instance task other than its primary, on a node; never in a queue. */
export const SUBTASK = 6;
/** On its node, waits for the preparation task of its job. */
export const PREPARING = 7;
/** Active for ever: its job was completed before it ran. */
export const ABANDONED = 8;
/** Not a state of a task: its slot of the store is free. */
export const RETIRED = 3;

export type WireTaskState = 'active' | 'preparing' | 'running' | 'completed';

export const wireState: readonly WireTaskState[] = ['active', 'active', 'running'];
