import { lengthOf, quantaOf, sum, type LogLine, type Stretch } from './log-line.js';
import {
  billedStretches,
  billedTime,
  type BillingRule,
  type NodeKind,
  type NodeLife,
} from './node-lives.js';
import type { Figures } from './recompute-record.js';
import { areas, averages, ends, stepOf, type Change } from './step-series.js';
import type { TaskLife } from './task-lives.js';

/** One pool in the log of a run. Times are quanta. */
export interface PoolHistory {
  readonly id: string;
  readonly lines: readonly LogLine[];
  readonly end: number;
  readonly billing: BillingRule;
  readonly nodes: ReadonlyMap<string, NodeLife>;
  /** Tasks of the jobs that are bound to the pool. */
  readonly tasks: readonly TaskLife[];
  readonly allTasks: readonly TaskLife[];
}

const boots = [
  'creating',
  'starting',
  'waitingforstarttask',
  'rebooting',
  'reimaging',
  'upgradingos',
];
const unavailable = [
  'offline',
  'starttaskfailed',
  'unusable',
  'unknown',
  'deallocating',
  'deallocated',
];

export function recomputePool(pool: PoolHistory): { readonly [key: string]: Figures } {
  const { lines, id } = pool;
  const ofPool = (event: string): LogLine[] =>
    lines.filter((line) => line.event === event && line.body['id'] === id);
  const resizeResults: Record<string, number> = {};
  for (const { body } of ofPool('PoolResizeComplete')) {
    const code = body['resultCode'] as string;
    resizeResults[code] = (resizeResults[code] ?? 0) + 1;
  }
  const runs = ofPool('PoolAutoscale');
  return {
    nodes: { dedicated: nodeFigures(pool, 'dedicated'), spot: nodeFigures(pool, 'spot') },
    peakNodes: peak(presence(pool)),
    resizes: ofPool('PoolResizeStart').length,
    resizeResults,
    ...(wasScaled(pool) ? { autoScale: autoScaleFigures(pool, runs) } : {}),
    series: poolSeries(pool, ofPool('PoolResizeStart')),
  };
}

function livesOf(pool: PoolHistory, kind?: NodeKind): NodeLife[] {
  return [...pool.nodes.values()].filter((life) => kind === undefined || life.kind === kind);
}

function nodeFigures(pool: PoolHistory, kind: NodeKind): Figures {
  const lives = livesOf(pool, kind);
  const states = lives.flatMap((life) => life.states);
  const seconds = (of: readonly string[]): number =>
    sum(states.filter(({ state }) => of.includes(state)).map(lengthOf)) / 4000;
  const holds = pool.allTasks
    .flatMap((task) => task.holds)
    .filter(({ nodeId }) => pool.nodes.get(nodeId)?.kind === kind);
  const billed = lives.map((life) => billedTime(billedStretches(life, pool.billing), pool.billing));
  return {
    presentSeconds: sum(states.map(lengthOf)) / 4000,
    billedSeconds: sum(billed) / 4000,
    runningSeconds: seconds(['running']),
    idleSeconds: seconds(['idle']),
    bootingSeconds: seconds(boots),
    leavingSeconds: seconds(['leavingpool']),
    preemptedSeconds: seconds(['preempted']),
    unavailableSeconds: seconds(unavailable),
    slotSeconds: sum(holds.map((hold) => hold.slots * lengthOf(hold))) / 4000,
    allocated: lives.length,
    removed: lives.filter(({ gone }) => gone).length,
    preemptions: states.filter(({ state }) => state === 'preempted').length,
    peakNodes: peak(presence(pool, kind)),
  };
}

/** Nodes that come and go, in the order of the log. */
function presence({ lines, id }: PoolHistory, kind?: NodeKind): Change[] {
  return lines
    .filter(({ event, body }) => event === 'NodeStateChange' && body['poolId'] === id)
    .filter(({ body }) => kind === undefined || body['isDedicated'] === (kind === 'dedicated'))
    .map((line) => ({
      at: quantaOf(line),
      by: line.body['from'] === null ? 1 : line.body['to'] === null ? -1 : 0,
    }));
}

function peak(changes: readonly Change[]): number {
  let level = 0;
  let highest = 0;
  for (const { by } of changes) {
    level += by;
    highest = Math.max(highest, level);
  }
  return highest;
}

/** Ups and downs of a number of things that each last for a while. */
function levels(stretches: readonly Stretch[]): Change[] {
  return stretches
    .flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
}

function wasScaled({ lines, id }: PoolHistory): boolean {
  return lines.some(
    ({ event, body }) =>
      (event === 'PoolCreate' && body['id'] === id && body['enableAutoScale'] === true) ||
      (event === 'Operation' &&
        body['operation'] === 'enableAutoScale' &&
        body['poolId'] === id &&
        body['error'] === undefined),
  );
}

function autoScaleFigures(pool: PoolHistory, runs: readonly LogLine[]): Figures {
  const presentAt = (line: LogLine, kind: NodeKind): number =>
    sum(
      presence({ ...pool, lines: pool.lines.slice(0, pool.lines.indexOf(line)) }, kind).map(
        ({ by }) => by,
      ),
    );
  return {
    evaluations: runs.length,
    failedEvaluations: runs.filter(({ body }) => errorCode(body) !== '').length,
    runs: runs.map((line) => ({
      atSeconds: line.t / 1000,
      results: line.body['results'] as string,
      ...(errorCode(line.body) === '' ? {} : { error: line.body['error'] as Figures }),
      currentDedicatedNodes: presentAt(line, 'dedicated'),
      currentLowPriorityNodes: presentAt(line, 'spot'),
    })),
  };
}

function errorCode(body: LogLine['body']): string {
  return (body['error'] as { readonly code: string }).code;
}

function poolSeries(pool: PoolHistory, resizes: readonly LogLine[]): Figures {
  const { end, billing } = pool;
  const step = stepOf(end);
  const inState = (lives: readonly (NodeLife | TaskLife)[], ...wanted: string[]): Change[] =>
    levels(lives.flatMap(({ states }) => states.filter(({ state }) => wanted.includes(state))));
  const targets = (key: string): Change[] =>
    resizes.map((line, index) => ({
      at: quantaOf(line),
      by: (line.body[key] as number) - ((resizes[index - 1]?.body[key] ?? 0) as number),
    }));
  const billed = (kind: NodeKind): number[] => {
    const stretches = livesOf(pool, kind).flatMap((life) => billedStretches(life, billing));
    return areas(levels(stretches), step, end).map((area) => area / 4000);
  };
  return {
    stepSeconds: step / 4000,
    dedicatedNodes: averages(presence(pool, 'dedicated'), step, end),
    spotNodes: averages(presence(pool, 'spot'), step, end),
    idleNodes: averages(inState(livesOf(pool), 'idle'), step, end),
    targetDedicatedNodes: ends(targets('targetDedicatedNodes'), step, end),
    targetLowPriorityNodes: ends(targets('targetLowPriorityNodes'), step, end),
    activeTasks: averages(inState(pool.tasks, 'active'), step, end),
    runningTasks: averages(inState(pool.tasks, 'preparing', 'running'), step, end),
    billedDedicatedSeconds: billed('dedicated'),
    billedSpotSeconds: billed('spot'),
  };
}
