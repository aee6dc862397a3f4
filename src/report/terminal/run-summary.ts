import type { Palette } from '../../base/diagnostics/render.js';
import type { NodeKind } from '../../pricing/price-book.js';
import type { PoolRecord, RunRecord, TaskFigures } from '../../simulator/record/run-record.js';
import { formatDuration } from '../format/duration.js';
import { formatFigure, noValue } from '../format/figure-value.js';
import { formatNumber } from '../format/number.js';
import type { Note } from '../notes/note.js';
import { renderAreaCharts } from './area-chart.js';
import type { ShownAssertion } from '../shown-assertion.js';
import { assertionLines } from './assertion-lines.js';
import { jobLines } from './job-lines.js';
import { noteLines } from './note-lines.js';
import { renderTable, type Cell, type Column } from './table.js';
import { printable } from './text-width.js';

export interface RunSummaryOptions {
  readonly palette: Palette;
  readonly notes: readonly Note[];
  readonly assertions?: readonly ShownAssertion[];
}

/** What `simulate` prints: tasks, waits, nodes by kind, autoscale, cost, a small picture, assertions and notes. */
export function renderRunSummary(record: RunRecord, options: RunSummaryOptions): string {
  const { palette, notes, assertions = [] } = options;
  const lines = [
    ...headLines(record, palette),
    '',
    ...taskLines(record, palette),
    ...jobLines(record).map(({ label, text }) => pair(label, text, palette)),
    ...record.pools.flatMap((pool) => ['', ...poolLines(pool, record, palette)]),
    ...costLines(record, palette),
    ...assertionLines(assertions, palette, record.cost?.currency),
    ...noteLines(notes, palette),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines({ name, seed, startTime, end }: RunRecord, palette: Palette): string[] {
  const after = formatDuration(end.atSeconds);
  const endings = {
    drained: `drained after ${after}`,
    time: `ended at its fixed time, after ${after}`,
    interrupted: palette.warning(`interrupted at ${after} of simulated time, partial`),
    stalled: palette.warning(`stopped after ${after}: the tasks left over can never end`),
  };
  return [
    `${palette.bold(printable(name))}  seed ${printable(seed)}`,
    `from ${startTime.replace('.000Z', 'Z')}, ${endings[end.reason]}`,
  ];
}

function pair(label: string, text: string, palette: Palette): string {
  return `${palette.faint(label.padEnd(11))}${text}`;
}

function taskLines({ tasks, wait, makespanSeconds }: RunRecord, palette: Palette): string[] {
  const counts: readonly (readonly [number, string])[] = [
    [tasks.succeeded, 'succeeded'],
    [tasks.failed, 'failed'],
    [tasks.terminated, 'terminated'],
    [tasks.running, 'running'],
    [tasks.active, 'queued'],
    [tasks.blocked, 'blocked by others that they depend on'],
    [tasks.neverStarted, 'never started'],
    [tasks.retries, 'retries'],
    [tasks.requeues, 'requeues'],
    [tasks.recoveries, 'recoveries'],
  ];
  const others = counts
    .filter(([value], index) => value !== 0 || index < 2)
    .map(([value, text]) => `${formatNumber(value)} ${text}`);
  const time = (seconds: number | null): string => formatFigure('seconds', seconds);
  const waits = [
    `mean ${time(wait.meanSeconds)}`,
    `median ${time(wait.p50Seconds)}`,
    `p95 ${time(wait.p95Seconds)}`,
    `p99 ${time(wait.p99Seconds)}`,
    `longest ${time(wait.maxSeconds)}`,
  ];
  return [
    pair('tasks', `${formatNumber(tasks.submitted)} submitted: ${others.join(', ')}`, palette),
    ...failureLines(tasks, palette),
    pair('wait', wait.tasks === 0 ? 'no task started' : waits.join(', '), palette),
    pair('makespan', formatDuration(makespanSeconds), palette),
  ];
}

function failureLines({ failureCodes }: TaskFigures, palette: Palette): string[] {
  const codes = Object.entries(failureCodes).map(
    ([code, count]) => `${formatNumber(count)} ${printable(code)}`,
  );
  return codes.length === 0 ? [] : [pair('failures', codes.join(', '), palette)];
}

const nodeColumns: readonly Column[] = [
  { header: 'nodes', align: 'left' },
  { header: 'peak', align: 'right' },
  { header: 'allocated', align: 'right' },
  { header: 'billed', align: 'right' },
  { header: 'running', align: 'right' },
  { header: 'idle', align: 'right' },
  { header: 'booting', align: 'right' },
  { header: 'leaving', align: 'right' },
  { header: 'slots in use', align: 'right' },
];

function nodeRow(kind: NodeKind, pool: PoolRecord): Cell[] {
  const figures = pool.nodes[kind];
  const hours = (seconds: number): string => formatFigure('node-hours', seconds / 3600);
  const slotSeconds = (figures.presentSeconds - figures.preemptedSeconds) * pool.taskSlotsPerNode;
  return [
    kind,
    formatNumber(figures.peakNodes),
    formatNumber(figures.allocated),
    hours(figures.billedSeconds),
    hours(figures.runningSeconds),
    hours(figures.idleSeconds),
    hours(figures.bootingSeconds),
    hours(figures.leavingSeconds),
    slotSeconds === 0 ? noValue : formatFigure('fraction', figures.slotSeconds / slotSeconds),
  ];
}

function poolLines(pool: PoolRecord, record: RunRecord, palette: Palette): string[] {
  const { id, vmSize, taskSlotsPerNode, nodes, series } = pool;
  const kinds = (['dedicated', 'spot'] as const).filter(
    (kind) => kind === 'dedicated' || nodes[kind].allocated > 0,
  );
  const slots = `${taskSlotsPerNode} task slot${taskSlotsPerNode === 1 ? '' : 's'} a node`;
  const total = series.dedicatedNodes.map((value, i) => value + series.spotNodes[i]!);
  const charts = [
    { title: 'nodes', values: total },
    { title: 'pending tasks', values: series.activeTasks },
  ];
  return [
    `${palette.bold(`pool ${printable(id)}`)}  ${printable(vmSize)}, ${slots}`,
    ...renderTable(
      nodeColumns,
      kinds.map((kind) => nodeRow(kind, pool)),
      palette,
    ),
    ...autoScaleLines(pool, palette),
    '',
    ...renderAreaCharts(charts, record.end.atSeconds),
  ];
}

function autoScaleLines(
  { autoScale, resizes, resizeResults }: PoolRecord,
  palette: Palette,
): string[] {
  const results = Object.entries(resizeResults).map(
    ([code, count]) => `${formatNumber(count)} ${printable(code)}`,
  );
  const resizeText = `${formatNumber(resizes)} resize${resizes === 1 ? '' : 's'}${results.length === 0 ? '' : ` (${results.join(', ')})`}`;
  if (autoScale === undefined) return [pair('resizes', `${resizeText}; no autoscale`, palette)];
  const { evaluations, failedEvaluations, evaluationIntervalSeconds } = autoScale;
  const failed =
    failedEvaluations === 0 ? 'none failed' : `${formatNumber(failedEvaluations)} failed`;
  const every = formatDuration(evaluationIntervalSeconds);
  const count = `${formatNumber(evaluations)} evaluation${evaluations === 1 ? '' : 's'}`;
  return [
    pair(
      'autoscale',
      `${count} every ${every}, ${failedEvaluations === 0 ? failed : palette.warning(failed)}; ${resizeText}`,
      palette,
    ),
  ];
}

function costLines({ cost }: RunRecord, palette: Palette): string[] {
  if (cost === undefined) return [];
  const { currency, lines, total } = cost;
  const columns: readonly Column[] = [
    { header: 'cost', align: 'left' },
    { header: 'node hours', align: 'right' },
    { header: 'price', align: 'right' },
    { header: printable(currency), align: 'right' },
  ];
  const money = (text: string): string => formatFigure('money', Number(text));
  const rows = lines.map(({ poolId, kind, nodeHours, pricePerNodeHour, cost: amount }) => [
    `${poolId}, ${kind}`,
    formatNumber(Number(nodeHours), 2),
    pricePerNodeHour,
    money(amount),
  ]);
  const sum: Cell[] = ['total', '', '', { text: money(total), paint: palette.bold }];
  return ['', ...renderTable(columns, [...rows, sum], palette)];
}
