import type { Palette } from '../../base/diagnostics/render.js';
import type { RunRecord } from '../../simulator/record/run-record.js';
import { formatElapsed } from '../format/duration.js';
import { utcClock } from '../format/utc-clock.js';
import { nodesText, runVariables, targetsChanged } from '../runs/autoscale-runs.js';
import { errorText } from '../notes/run-notes.js';
import { renderTable, type Cell, type Column } from './table.js';
import { printable } from './text-width.js';

const columns: readonly Column[] = [
  { header: 'elapsed', align: 'right' },
  { header: 'UTC', align: 'left' },
  { header: 'current', align: 'right' },
  { header: 'target', align: 'right' },
  { header: '', align: 'left' },
  { header: 'removal', align: 'left' },
  { header: 'variables or error', align: 'left' },
];

/** What `--runs` prints: every autoscale run with what it saw, what it asked for and the values of its variables. */
export function renderRuns(record: RunRecord, palette: Palette): string {
  const lines = record.pools.flatMap(({ id, autoScale }) => {
    if (autoScale === undefined) return [];
    const rows = autoScale.runs.map((run, index): Cell[] => {
      const previous = autoScale.runs[index - 1];
      const error = errorText(run);
      const variables = runVariables(run)
        .map(([name, value]) => `${name}=${value}`)
        .join('  ');
      return [
        formatElapsed(run.atSeconds),
        utcClock(record.startTime, run.atSeconds),
        nodesText(run.currentDedicatedNodes, run.currentLowPriorityNodes),
        nodesText(run.targetDedicatedNodes, run.targetLowPriorityNodes),
        targetsChanged(run, previous) ? { text: 'changed', paint: palette.bold } : '',
        run.nodeDeallocationOption,
        error === '' ? variables : { text: error, paint: palette.error },
      ];
    });
    return [
      '',
      `${palette.bold(`autoscale runs of pool ${printable(id)}`)}  (nodes: dedicated + spot)`,
      ...renderTable(columns, rows, palette),
    ];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
