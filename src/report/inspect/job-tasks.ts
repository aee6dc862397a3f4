import { followCount, type CountOverTime } from './count-over-time.js';
import { recordOf, textOf, type LogLine } from './log-line.js';

/** What became of the tasks of a job by the end of a log. */
export interface JobTasks {
  readonly submitted: number;
  /** Tasks by the state that they are in at the end; deleted ones count as completed. */
  readonly active: number;
  readonly running: number;
  readonly completed: number;
  /** Completions with the result failure, and how many of them with each code of failureInfo; a reactivated task may have several. */
  readonly failed: number;
  readonly failureCodes: Readonly<Record<string, number>>;
  /** Runs on a node, and those that were cut short and went back to active. */
  readonly attempts: number;
  readonly requeues: number;
  /** Milliseconds since the start of the run of the first start and the last completion; null where there was none. */
  readonly firstStart: number | null;
  readonly lastCompletion: number | null;
  /** Tasks in state running. */
  readonly runningOverTime: CountOverTime;
}

/** Collects the tasks of a job, in memory that does not grow with their number. */
export interface JobTaskCollector {
  /** A line about a task of the job. */
  add(line: LogLine): void;
  until(logEnd: number): JobTasks;
}

const stretches = 60;

export function collectJobTasks(): JobTaskCollector {
  const inState = new Map([
    ['active', 0],
    ['running', 0],
    ['completed', 0],
  ]);
  const codes = new Map<string, number>();
  const running = followCount(stretches);
  let submitted = 0;
  let failed = 0;
  let attempts = 0;
  let requeues = 0;
  let firstStart: number | null = null;
  let lastCompletion: number | null = null;

  const move = (t: number, state: string, by: number): void => {
    const count = inState.get(state);
    if (count === undefined) return;
    inState.set(state, count + by);
    if (state === 'running') running.change(t, by);
  };

  return {
    add({ t, event, body }) {
      switch (event) {
        case 'TaskStateChange':
          if (body['from'] === null) submitted++;
          move(t, textOf(body, 'from'), -1);
          move(t, textOf(body, 'to'), 1);
          return;
        case 'TaskStart':
          attempts++;
          firstStart ??= t;
          return;
        case 'TaskRequeue':
          requeues++;
          return;
        case 'TaskComplete':
          lastCompletion = t;
          return;
        case 'TaskFail': {
          failed++;
          const code = textOf(recordOf(recordOf(body, 'executionInfo'), 'schedulingError'), 'code');
          codes.set(code, (codes.get(code) ?? 0) + 1);
          return;
        }
        default:
          return;
      }
    },
    until: (logEnd) => ({
      submitted,
      active: inState.get('active')!,
      running: inState.get('running')!,
      completed: inState.get('completed')!,
      failed,
      failureCodes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))),
      attempts,
      requeues,
      firstStart,
      lastCompletion,
      runningOverTime: running.until(logEnd),
    }),
  };
}
