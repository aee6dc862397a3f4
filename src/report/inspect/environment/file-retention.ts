/** The files of one attempt of a task on one node. */
export interface TaskFiles {
  readonly nodeId: string;
  readonly directory: string;
  /** Milliseconds since the start of the run. */
  readonly from: number;
  /** When they are deleted; null where the run ended with the attempt running. */
  readonly until: number | null;
  readonly reason: string;
}

/** retentionTime of the service where nothing else is given: seven days (service.md section 4.3), in milliseconds. */
const defaultRetention = 7 * 24 * 3_600_000;

/** States in which the disk of a node is lost, by the event log; '' is a node that is gone. */
const losses: ReadonlyMap<string, string> = new Map([
  ['', 'the node left the pool'],
  ['preempted', 'the node was preempted'],
  ['reimaging', 'the node was reimaged'],
  ['deallocated', 'the node was deallocated'],
]);

interface OpenFiles {
  readonly nodeId: string;
  readonly directory: string;
  readonly from: number;
  until: number | null;
  reason: string;
}

/** Follows the files that tasks leave on nodes; a multi-instance task leaves some on each of its nodes. */
export interface RetentionFollower {
  start(t: number, task: string, nodeId: string, directory: string): void;
  /** The attempt ended and the task with it; `retentionTime` in seconds, NaN where none is given. */
  complete(t: number, task: string, retentionTime: number): void;
  /** The attempt ended, and another one follows. */
  interrupt(t: number, task: string): void;
  /** The task was deleted. */
  remove(t: number, task: string): void;
  /** The job was deleted, and all its tasks with it. */
  removeJob(t: number, jobId: string): void;
  /** A node came into a state; '' where it is gone. */
  nodeState(t: number, nodeId: string, state: string): void;
  readonly files: readonly TaskFiles[];
}

export function followRetention(): RetentionFollower {
  const files: OpenFiles[] = [];
  /** The files of the newest attempt of each task. */
  const newest = new Map<string, OpenFiles[]>();
  const onNode = new Map<string, OpenFiles[]>();

  function add(to: Map<string, OpenFiles[]>, key: string, one: OpenFiles): void {
    const list = to.get(key);
    if (list === undefined) to.set(key, [one]);
    else list.push(one);
  }

  function end(list: readonly OpenFiles[] | undefined, t: number, reason: string): void {
    for (const one of list ?? []) {
      if (one.until !== null && one.until <= t) continue;
      one.until = t;
      one.reason = reason;
    }
  }

  return {
    files,
    start(t, task, nodeId, directory) {
      const one: OpenFiles = { nodeId, directory, from: t, until: null, reason: 'still running' };
      files.push(one);
      add(newest, task, one);
      add(onNode, nodeId, one);
    },
    complete(t, task, retentionTime) {
      const retention = Number.isNaN(retentionTime) ? defaultRetention : retentionTime * 1000;
      for (const one of newest.get(task) ?? []) {
        if (one.until !== null) continue;
        one.until = t + retention;
        one.reason = 'the retention time is over';
      }
    },
    interrupt(t, task) {
      end(newest.get(task), t, 'the task goes on in another attempt');
      newest.delete(task);
    },
    remove(t, task) {
      end(newest.get(task), t, 'the task was deleted');
    },
    removeJob(t, jobId) {
      for (const [task, list] of newest) {
        if (task.startsWith(`${jobId}/`)) end(list, t, 'the job was deleted');
      }
    },
    nodeState(t, nodeId, state) {
      const reason = losses.get(state);
      if (reason === undefined) return;
      end(onNode.get(nodeId), t, reason);
      onNode.delete(nodeId);
    },
  };
}
