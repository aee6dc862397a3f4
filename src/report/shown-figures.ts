import { figures, type Figure, type FigureValues } from '../experiment/figures.js';

/** Figures that a comparison shows even where they are zero. */
const always: ReadonlySet<string> = new Set([
  'node_hours',
  'dedicated_node_hours',
  'spot_node_hours',
  'mean_wait',
  'p95_wait',
  'makespan',
  'peak_nodes',
  'failed_evaluations',
]);

/** Figures that it shows where some run has them, and not as zero. */
const whenPresent: ReadonlySet<string> = new Set([
  'cost',
  'p50_wait',
  'max_wait',
  'utilisation',
  'idle_node_hours',
  'resizes',
  'preemptions',
  'failed',
  'never_started',
  'requeues',
  'recoveries',
  'terminated',
]);

/** The rows of a comparison, in the order of the figures table. The other figures are in the JSON. */
export function shownFigures(values: readonly FigureValues[]): Figure[] {
  return figures.filter(
    ({ id }) =>
      always.has(id) || (whenPresent.has(id) && values.some((run) => (run[id] ?? 0) !== 0)),
  );
}
