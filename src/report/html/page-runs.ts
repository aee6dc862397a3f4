import type { RunRecord } from '../../simulator/record/run-record.js';
import { errorText } from '../notes/run-notes.js';
import { nodesText, runVariables, targetsChanged } from '../runs/autoscale-runs.js';
import type { PageRuns } from './page-data.js';

/** The autoscale runs of a record, one table a pool; `formula` names the formula where there are several. */
export function pageRuns(record: RunRecord, formula?: string): PageRuns[] {
  return record.pools.flatMap(({ id, autoScale }) => {
    if (autoScale === undefined) return [];
    const title = formula === undefined ? `pool ${id}` : `${formula}, pool ${id}`;
    const rows = autoScale.runs.map((run, index) => {
      const error = errorText(run);
      return {
        atSeconds: run.atSeconds,
        current: nodesText(run.currentDedicatedNodes, run.currentLowPriorityNodes),
        target: nodesText(run.targetDedicatedNodes, run.targetLowPriorityNodes),
        changed: targetsChanged(run, autoScale.runs[index - 1]),
        removal: run.nodeDeallocationOption,
        variables: runVariables(run),
        ...(error === '' ? {} : { error }),
      };
    });
    return [{ title, rows }];
  });
}
