import { figures, type FigureGroup } from '../../experiment/figures.js';
import type { RunRecord } from '../../simulator/record/run-record.js';
import { formatDuration } from '../format/duration.js';
import { formatFigure } from '../format/figure-value.js';
import { formatNumber } from '../format/number.js';
import { instantMilliseconds, utcClock } from '../format/utc-clock.js';
import type { Note } from '../notes/note.js';
import type { ShownAssertion } from '../shown-assertion.js';
import { jobTables } from './job-tables.js';
import { pageAssertions } from './page-assertions.js';
import type { PageData, PageFact, PageFormula, PageTable } from './page-data.js';
import { pageRuns } from './page-runs.js';
import { renderPage } from './render-page.js';
import { runCharts } from './run-charts.js';
import { runMoments } from './run-moments.js';

/** The HTML report of one run. */
export function simulateHtml(
  record: RunRecord,
  notes: readonly Note[],
  assertions: readonly ShownAssertion[] = [],
): string {
  return renderPage(simulatePage(record, notes, assertions));
}

export function simulatePage(
  record: RunRecord,
  notes: readonly Note[],
  assertions: readonly ShownAssertion[],
): PageData {
  return {
    title: `${record.name}: simulated run`,
    facts: runFacts(record),
    notes,
    assertions: pageAssertions(assertions, record.cost?.currency),
    tables: [...figureTables(record), ...resizeTable(record), ...jobTables(record)],
    startMilliseconds: instantMilliseconds(record.startTime),
    charts: runCharts(record),
    moments: runMoments(record),
    runs: pageRuns(record),
    formulas: runFormulas(record),
  };
}

const endings: Readonly<Record<RunRecord['end']['reason'], string>> = {
  drained: 'all tasks final and the pools at rest',
  time: 'fixed end',
  interrupted: 'interrupted: partial figures',
  stalled: 'stopped: the tasks left over can never end',
};

function runFacts(record: RunRecord): PageFact[] {
  const { seed, startTime, end, pools } = record;
  return [
    {
      label: 'Simulated',
      text: `${utcClock(startTime, 0)} to ${utcClock(startTime, end.atSeconds)} UTC (${formatDuration(end.atSeconds)})`,
    },
    { label: 'End', text: endings[end.reason] },
    { label: 'Seed', text: seed },
    ...pools.map(({ id, vmSize, taskSlotsPerNode, autoScale }) => ({
      label: `Pool ${id}`,
      text: [
        vmSize,
        `${taskSlotsPerNode} task slot${taskSlotsPerNode === 1 ? '' : 's'} a node`,
        autoScale === undefined
          ? 'fixed targets'
          : `evaluated every ${formatDuration(autoScale.evaluationIntervalSeconds)}`,
      ].join(', '),
    })),
  ];
}

const groupCaptions: Readonly<Record<FigureGroup, string>> = {
  cost: 'Cost',
  wait: 'Waits',
  nodes: 'Nodes',
  tasks: 'Tasks',
  autoscale: 'Autoscale',
};

function figureTables(record: RunRecord): PageTable[] {
  const groups = Object.entries(groupCaptions) as [FigureGroup, string][];
  return groups.map(([group, caption]) => ({
    caption,
    columns: [''],
    rows: figures.flatMap(({ group: own, label, description, unit, value }) => {
      const shown = value(record);
      if (own !== group || shown === null) return [];
      const text = formatFigure(unit, shown, record.cost?.currency);
      return [{ label, description, cells: [{ text }] }];
    }),
  }));
}

/** How resizes ended: a quota that was hit, a timeout, capacity that was not there. */
function resizeTable({ pools }: RunRecord): PageTable[] {
  const rows = pools.flatMap(({ id, resizeResults }) =>
    Object.entries(resizeResults).map(([code, count]) => ({
      label: pools.length === 1 ? code : `${id}: ${code}`,
      cells: [{ text: formatNumber(count) }],
    })),
  );
  return rows.length === 0 ? [] : [{ caption: 'Resizes by result', columns: [''], rows }];
}

/** The formulas of a run, each once. */
export function runFormulas(record: RunRecord): PageFormula[] {
  const pools = new Map<string, string[]>();
  for (const { id, autoScale } of record.pools) {
    if (autoScale === undefined) continue;
    pools.set(autoScale.formula, [...(pools.get(autoScale.formula) ?? []), id]);
  }
  return [...pools].map(([text, ids]) => ({
    title: `Formula of pool${ids.length === 1 ? '' : 's'} ${ids.join(', ')}`,
    text,
  }));
}
