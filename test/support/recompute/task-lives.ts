import { quantaOf, type LogLine, type Stretch } from './log-line.js';

/** What the log tells about one task. Times are quanta. */
export interface TaskLife {
  readonly jobId: string;
  readonly submittedAt: number;
  /** Submission, or the success of the last task that it depends on. */
  eligibleAt: number;
  /** Its states one after another, active ones apart in which it waits for others (`blocked`) or its job is completed (`abandoned`); `completed` is the last unless it was reactivated. */
  readonly states: (Stretch & { readonly state: string })[];
  /** When it held slots, and where. */
  readonly holds: (Stretch & { readonly nodeId: string; readonly slots: number })[];
  retries: number;
  requeues: number;
  recoveries: number;
  /** Why it failed or was terminated. */
  failureCode: string | undefined;
  /** A user deleted it. */
  isDeleted: boolean;
  outcome: 'succeeded' | 'failed' | 'terminated' | undefined;
}

/** The lives of all tasks by `job/id`, in order of submission. */
export function taskLives(lines: readonly LogLine[], end: number): Map<string, TaskLife> {
  const lives = new Map<string, TaskLife>();
  // The task whose return from running to active is the line before.
  let returned: TaskLife | undefined;
  for (const line of lines) {
    const { event, body } = line;
    if (event === 'JobStateChange' && body['to'] === 'completed') {
      abandonTasks(lives, body['id'] as string, quantaOf(line));
    }
    if (event === 'Operation') markDeleted(lives, body);
    const key = `${body['jobId'] as string}/${body['id'] as string}`;
    const at = quantaOf(line);
    if (event === 'TaskStateChange' && body['from'] === null) {
      const deleted = lives.get(key);
      // A deleted task made room for another of its id.
      if (deleted !== undefined) lives.set(`${key} until ${at}`, deleted);
      lives.set(key, newLife(line));
    }
    const life = lives.get(key);
    const before = returned;
    returned = undefined;
    if (life === undefined) continue;
    switch (event) {
      case 'TaskStateChange': {
        if (body['from'] === 'completed') {
          life.outcome = undefined;
          life.failureCode = undefined;
        }
        const last = life.states.at(-1);
        if (last !== undefined) last.to = at;
        life.states.push({ state: body['to'] as string, from: at, to: end });
        if (body['from'] === 'running' && body['to'] === 'active') {
          life.retries++;
          returned = life;
        }
        break;
      }
      case 'TaskDependenciesUnmet':
      case 'TaskDependenciesMet': {
        const met = event === 'TaskDependenciesMet';
        if (met) life.eligibleAt = at;
        life.states.at(-1)!.to = at;
        life.states.push({ state: met ? 'active' : 'blocked', from: at, to: end });
        break;
      }
      case 'TaskAssign': {
        const { nodeId } = body['nodeInfo'] as { nodeId: string };
        life.holds.push({ nodeId, slots: body['requiredSlots'] as number, from: at, to: end });
        break;
      }
      case 'TaskRelease':
      case 'SubtaskRelease': {
        const { nodeId } = body['nodeInfo'] as { nodeId: string };
        life.holds.findLast((hold) => hold.nodeId === nodeId)!.to = at;
        break;
      }
      case 'SubtaskAssign': {
        const { nodeId } = body['nodeInfo'] as { nodeId: string };
        life.holds.push({ nodeId, slots: 1, from: at, to: end });
        break;
      }
      case 'TaskRequeue': {
        const { requeueCount } = body['executionInfo'] as { requeueCount: number };
        life.requeues = requeueCount;
        life.recoveries = body['systemTaskVersion'] as number;
        // A requeue from running follows its state change at once; that change was no retry.
        if (before === life) life.retries--;
        break;
      }
      case 'TaskComplete': {
        const { exitCode, schedulingError } = body['executionInfo'] as {
          exitCode: number | null;
          schedulingError?: { code: string };
        };
        life.failureCode = schedulingError?.code;
        // What is ended from outside has no exit code; maxWallClockTime leaves one.
        const stopped = life.failureCode === 'TaskEnded' && exitCode === null;
        life.outcome =
          life.failureCode === undefined ? 'succeeded' : stopped ? 'terminated' : 'failed';
        break;
      }
    }
  }
  return lives;
}

/** Operations name jobs and tasks in whatever letters. */
function markDeleted(lives: ReadonlyMap<string, TaskLife>, body: LogLine['body']): void {
  if (body['operation'] !== 'deleteTask' || 'error' in body) return;
  const wanted = `${body['jobId'] as string}/${body['id'] as string}`.toLowerCase();
  for (const [key, life] of lives) if (key.toLowerCase() === wanted) life.isDeleted = true;
}

/** Tasks that are active when their job is completed stay so for ever; they no longer count as waiting for a node. */
function abandonTasks(lives: ReadonlyMap<string, TaskLife>, jobId: string, at: number): void {
  for (const life of lives.values()) {
    const last = life.states.at(-1)!;
    if (life.jobId !== jobId || !['active', 'blocked'].includes(last.state)) continue;
    const { to } = last;
    last.to = at;
    life.states.push({ state: 'abandoned', from: at, to });
  }
}

function newLife(line: LogLine): TaskLife {
  return {
    jobId: line.body['jobId'] as string,
    submittedAt: quantaOf(line),
    eligibleAt: quantaOf(line),
    states: [],
    holds: [],
    retries: 0,
    requeues: 0,
    recoveries: 0,
    failureCode: undefined,
    isDeleted: false,
    outcome: undefined,
  };
}
