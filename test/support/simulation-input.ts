import type { AutoScaleRun } from '../../src/evaluator/autoscale-run.js';
import type { PoolView } from '../../src/evaluator/pool-view.js';
import { latestSamples } from '../../src/metrics/sample-series.js';
import {
  parametersWith,
  type JobInput,
  type Parameters,
  type PoolInput,
  type SimulationInput,
} from '../../src/simulator/index.js';
import type { TaskSettings } from '../../src/workload/task-settings.js';
import type { TaskArrival, TaskSource } from '../../src/workload/task-stream.js';

/** Seconds as simulated time. */
export const seconds = (count: number): number => count * 4000;

/** Minutes as simulated time. */
export const minutes = (count: number): number => seconds(60 * count);

/** A task of a test: times in seconds, everything else has the service's default. */
export interface TestTask {
  readonly at?: number;
  readonly runs: number;
  readonly slots?: number;
  readonly exitCode?: number;
  readonly job?: number;
  readonly settings?: TaskSettings | undefined;
}

export function taskSource(tasks: readonly TestTask[]): TaskSource {
  const sorted = tasks
    .map((task, index) => ({ task, index }))
    .toSorted((a, b) => (a.task.at ?? 0) - (b.task.at ?? 0) || a.index - b.index);
  return {
    taskCount: tasks.length,
    open() {
      let next = 0;
      return {
        next(): TaskArrival | undefined {
          const entry = sorted[next++];
          if (entry === undefined) return undefined;
          const { task, index } = entry;
          return {
            index,
            job: task.job ?? 0,
            submitTime: seconds(task.at ?? 0),
            runTime: seconds(task.runs),
            requiredSlots: task.slots ?? 1,
            exitCode: task.exitCode ?? 0,
            settings: task.settings,
          };
        },
        taskId: (index) => `task-${index}`,
      };
    },
  };
}

/** Every parameter that adds time or chance switched off, so that a test can do its sums by hand. */
export const instant: Partial<Parameters> = {
  'alloc.first_node_s': { constant: 0 },
  'alloc.extra_node_s': { constant: 0 },
  'alloc.slow_node_share': 0,
  'node.creating_to_idle_s': { constant: 0 },
  'node.leaving_s': { constant: 0 },
  'sched.latency_s': { constant: 0 },
  'sample.delay_s': 0,
  'sample.phase_s': { constant: 0 },
};

export function pool(settings: Partial<PoolInput> = {}): PoolInput {
  return {
    id: 'pool',
    vmSize: 'Standard_D4s_v5',
    taskSlotsPerNode: 1,
    nodeFillType: 'spread',
    targetDedicatedNodes: 0,
    targetLowPriorityNodes: 0,
    resizeTimeout: seconds(900),
    ...settings,
  };
}

/** Targets that a stand-in for a formula asks for; `error` makes the evaluation fail. */
export interface Wish {
  readonly dedicated?: number;
  readonly spot?: number;
  readonly option?: AutoScaleRun['nodeDeallocationOption'];
  readonly error?: string;
}

/** A pool whose targets are computed by a function of its view instead of a formula. */
export function scaledPool(
  wish: (view: PoolView, evaluation: number) => Wish,
  settings: Partial<PoolInput> & { readonly interval?: number } = {},
): PoolInput {
  const { interval = 300, ...rest } = settings;
  return pool({
    ...rest,
    autoScale: {
      formula: '// a function of the test',
      evaluationInterval: seconds(interval),
      createEvaluator: () => {
        let evaluation = 0;
        return (view): AutoScaleRun => {
          const wanted = wish(view, evaluation++);
          const failed = wanted.error !== undefined;
          return {
            timestamp: view.now,
            results: '',
            ...(failed ? { error: { code: wanted.error, message: wanted.error, values: [] } } : {}),
            targetDedicatedNodes: failed ? view.targetDedicatedNodes : (wanted.dedicated ?? 0),
            targetLowPriorityNodes: failed ? view.targetLowPriorityNodes : (wanted.spot ?? 0),
            nodeDeallocationOption: wanted.option ?? 'requeue',
            variables: new Map(),
            unverified: [],
          };
        };
      },
    },
  });
}

/** The newest visible sample of a metric; 0 where there is none. */
export function latest(view: PoolView, metric: string): number {
  const series = view.samples(metric);
  return series === undefined ? 0 : (latestSamples(series, view.now, 1)[0] ?? 0);
}

/** What a test says of an input; everything but the tasks has a default. */
export type InputSettings = Omit<
  Partial<SimulationInput>,
  'tasks' | 'parameters' | 'pools' | 'jobs'
> & {
  readonly tasks: readonly TestTask[] | TaskSource;
  readonly pools?: readonly PoolInput[];
  readonly jobs?: readonly JobInput[];
  readonly parameters?: Partial<Parameters>;
};

export function input(settings: InputSettings): SimulationInput {
  const { tasks, parameters = {}, pools = [pool()], ...rest } = settings;
  return {
    name: 'test',
    seed: '1',
    start: 0,
    until: { kind: 'drained' },
    jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0 }],
    notes: [],
    ...rest,
    pools,
    tasks: 'open' in tasks ? tasks : taskSource(tasks),
    parameters: parametersWith({ ...instant, ...parameters }),
  };
}
