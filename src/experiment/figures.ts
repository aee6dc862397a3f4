import type { NodeKind } from '../pricing/price-book.js';
import type { NodeTimeFigures, RunRecord } from '../simulator/record/run-record.js';

/** What a figure counts: `money` in the currency of the record, `node-hours`, `seconds`, a `count`, a `fraction` of 1. */
export type FigureUnit = 'money' | 'node-hours' | 'seconds' | 'count' | 'fraction';

export type FigureGroup = 'cost' | 'wait' | 'nodes' | 'tasks' | 'autoscale';

/** One row of the figures table, which tables, assertions, JSON and HTML are made from. */
export interface Figure {
  /** Name in assertions and JSON. */
  readonly id: string;
  readonly group: FigureGroup;
  readonly unit: FigureUnit;
  readonly label: string;
  readonly description: string;
  /** Whether smaller is better; `neither` for figures that only describe. */
  readonly better: 'smaller' | 'larger' | 'neither';
  /** Null where the run has no such figure: the cost without prices, the wait of no tasks. */
  readonly value: (record: RunRecord) => number | null;
}

const secondsPerHour = 3600;

function nodeTime(
  record: RunRecord,
  field: 'presentSeconds' | 'billedSeconds' | 'idleSeconds' | 'bootingSeconds' | 'slotSeconds',
  kinds: readonly NodeKind[] = ['dedicated', 'spot'],
): number {
  const times: NodeTimeFigures[] = record.pools.flatMap(({ nodes }) => kinds.map((k) => nodes[k]));
  return times.reduce((total, time) => total + time[field], 0);
}

/** Slots of the nodes that had a VM, times time. */
function slotTime(record: RunRecord): number {
  return record.pools.reduce(
    (total, { nodes, taskSlotsPerNode }) =>
      total +
      taskSlotsPerNode *
        (nodes.dedicated.presentSeconds +
          nodes.spot.presentSeconds -
          nodes.dedicated.preemptedSeconds -
          nodes.spot.preemptedSeconds),
    0,
  );
}

function sumOfPools(
  record: RunRecord,
  value: (pool: RunRecord['pools'][number]) => number,
): number {
  return record.pools.reduce((total, pool) => total + value(pool), 0);
}

/** All figures, in the order of reports. */
export const figures: readonly Figure[] = [
  {
    id: 'cost',
    group: 'cost',
    unit: 'money',
    label: 'Cost',
    description: 'Billed node hours times the prices of the price book.',
    better: 'smaller',
    value: ({ cost }) => (cost === undefined ? null : Number(cost.total)),
  },
  {
    id: 'node_hours',
    group: 'cost',
    unit: 'node-hours',
    label: 'Node hours',
    description: 'Billed time of all nodes.',
    better: 'smaller',
    value: (record) => nodeTime(record, 'billedSeconds') / secondsPerHour,
  },
  {
    id: 'dedicated_node_hours',
    group: 'cost',
    unit: 'node-hours',
    label: 'Dedicated node hours',
    description: 'Billed time of dedicated nodes.',
    better: 'smaller',
    value: (record) => nodeTime(record, 'billedSeconds', ['dedicated']) / secondsPerHour,
  },
  {
    id: 'spot_node_hours',
    group: 'cost',
    unit: 'node-hours',
    label: 'Spot node hours',
    description: 'Billed time of spot (low-priority) nodes.',
    better: 'neither',
    value: (record) => nodeTime(record, 'billedSeconds', ['spot']) / secondsPerHour,
  },
  {
    id: 'mean_wait',
    group: 'wait',
    unit: 'seconds',
    label: 'Mean wait',
    description: 'Mean time from submission to the first start, over the tasks that started.',
    better: 'smaller',
    value: ({ wait }) => wait.meanSeconds,
  },
  {
    id: 'p50_wait',
    group: 'wait',
    unit: 'seconds',
    label: 'Median wait',
    description: 'Half of the tasks that started waited no longer than this.',
    better: 'smaller',
    value: ({ wait }) => wait.p50Seconds,
  },
  {
    id: 'p95_wait',
    group: 'wait',
    unit: 'seconds',
    label: 'p95 wait',
    description: '95 % of the tasks that started waited no longer than this.',
    better: 'smaller',
    value: ({ wait }) => wait.p95Seconds,
  },
  {
    id: 'p99_wait',
    group: 'wait',
    unit: 'seconds',
    label: 'p99 wait',
    description: '99 % of the tasks that started waited no longer than this.',
    better: 'smaller',
    value: ({ wait }) => wait.p99Seconds,
  },
  {
    id: 'max_wait',
    group: 'wait',
    unit: 'seconds',
    label: 'Longest wait',
    description: 'Longest time from submission to the first start.',
    better: 'smaller',
    value: ({ wait }) => wait.maxSeconds,
  },
  {
    id: 'makespan',
    group: 'wait',
    unit: 'seconds',
    label: 'Makespan',
    description: 'From the start of the run to the end of its last task.',
    better: 'smaller',
    value: ({ makespanSeconds }) => makespanSeconds,
  },
  {
    id: 'peak_nodes',
    group: 'nodes',
    unit: 'count',
    label: 'Peak nodes',
    description:
      'Largest number of nodes at one time; of several pools, the sum of their own peaks.',
    better: 'smaller',
    value: (record) => sumOfPools(record, ({ peakNodes }) => peakNodes),
  },
  {
    id: 'utilisation',
    group: 'nodes',
    unit: 'fraction',
    label: 'Slot utilisation',
    description: 'Task slots held by tasks, as a share of all slots of the nodes that had a VM.',
    better: 'larger',
    value: (record) => {
      const slots = slotTime(record);
      return slots === 0 ? null : nodeTime(record, 'slotSeconds') / slots;
    },
  },
  {
    id: 'idle_node_hours',
    group: 'nodes',
    unit: 'node-hours',
    label: 'Idle node hours',
    description: 'Time of nodes in state idle.',
    better: 'smaller',
    value: (record) => nodeTime(record, 'idleSeconds') / secondsPerHour,
  },
  {
    id: 'booting_node_hours',
    group: 'nodes',
    unit: 'node-hours',
    label: 'Booting node hours',
    description:
      'Time of nodes in states creating, starting, waitingforstarttask, rebooting and reimaging.',
    better: 'smaller',
    value: (record) => nodeTime(record, 'bootingSeconds') / secondsPerHour,
  },
  {
    id: 'resizes',
    group: 'nodes',
    unit: 'count',
    label: 'Resizes',
    description: 'Resize operations that were started.',
    better: 'smaller',
    value: (record) => sumOfPools(record, ({ resizes }) => resizes),
  },
  {
    id: 'preemptions',
    group: 'nodes',
    unit: 'count',
    label: 'Preemptions',
    description: 'Times that the platform took a spot node away.',
    better: 'smaller',
    value: (record) => sumOfPools(record, ({ nodes }) => nodes.spot.preemptions),
  },
  {
    id: 'tasks',
    group: 'tasks',
    unit: 'count',
    label: 'Tasks',
    description: 'Tasks submitted.',
    better: 'neither',
    value: ({ tasks }) => tasks.submitted,
  },
  {
    id: 'succeeded',
    group: 'tasks',
    unit: 'count',
    label: 'Succeeded',
    description: 'Tasks whose last attempt ended with exit code 0.',
    better: 'larger',
    value: ({ tasks }) => tasks.succeeded,
  },
  {
    id: 'failed',
    group: 'tasks',
    unit: 'count',
    label: 'Failed',
    description: 'Tasks that are final without success.',
    better: 'smaller',
    value: ({ tasks }) => tasks.failed,
  },
  {
    id: 'never_started',
    group: 'tasks',
    unit: 'count',
    label: 'Never started',
    description: 'Tasks that were submitted and never ran.',
    better: 'smaller',
    value: ({ tasks }) => tasks.neverStarted,
  },
  {
    id: 'retries',
    group: 'tasks',
    unit: 'count',
    label: 'Retries',
    description: 'Attempts after a nonzero exit code.',
    better: 'smaller',
    value: ({ tasks }) => tasks.retries,
  },
  {
    id: 'requeues',
    group: 'tasks',
    unit: 'count',
    label: 'Requeues',
    description: 'Attempts cut short because their node left the pool.',
    better: 'smaller',
    value: ({ tasks }) => tasks.requeues,
  },
  {
    id: 'recoveries',
    group: 'tasks',
    unit: 'count',
    label: 'Recoveries',
    description: 'Attempts cut short by the service itself: preemption.',
    better: 'smaller',
    value: ({ tasks }) => tasks.recoveries,
  },
  {
    id: 'terminated',
    group: 'tasks',
    unit: 'count',
    label: 'Terminated',
    description: 'Tasks ended because their node left the pool.',
    better: 'smaller',
    value: ({ tasks }) => tasks.terminated,
  },
  {
    id: 'evaluations',
    group: 'autoscale',
    unit: 'count',
    label: 'Evaluations',
    description: 'Evaluations of autoscale formulas.',
    better: 'neither',
    value: (record) => sumOfPools(record, ({ autoScale }) => autoScale?.evaluations ?? 0),
  },
  {
    id: 'failed_evaluations',
    group: 'autoscale',
    unit: 'count',
    label: 'Failed evaluations',
    description: 'Evaluations that ended with an error and left the targets as they were.',
    better: 'smaller',
    value: (record) => sumOfPools(record, ({ autoScale }) => autoScale?.failedEvaluations ?? 0),
  },
];

const byId: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.id, figure]));

export function figureById(id: string): Figure | undefined {
  return byId.get(id);
}

/** Values by figure id, in the order of the table. */
export type FigureValues = Readonly<Record<string, number | null>>;

export function figureValues(record: RunRecord): FigureValues {
  return Object.fromEntries(figures.map(({ id, value }) => [id, value(record)]));
}
