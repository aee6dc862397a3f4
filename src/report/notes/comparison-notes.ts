import type { Comparison } from '../../experiment/compare.js';
import type { Parameters } from '../../simulator/parameters/parameters.js';
import type { Note } from './note.js';
import { runNotes } from './run-notes.js';

/** The notes on a comparison: those on the experiment, then those of the first runs, each once. */
export function comparisonNotes(comparison: Comparison, parameters?: Parameters): Note[] {
  const { formulas, seeds, partial } = comparison;
  const notes: Note[] = [];
  if (partial) {
    const runs = formulas.map(({ name, values }) => `${values.length} of ${name}`).join(', ');
    notes.push({
      severity: 'warning',
      text: `interrupted: figures cover the runs that had finished (${runs}; ${seeds.length} each were asked for)`,
    });
  }
  if (seeds.length === 1) {
    notes.push({
      severity: 'warning',
      text: 'one seed: differences may be noise; --seeds 10 gives intervals',
    });
  } else {
    notes.push({
      severity: 'info',
      text: `means over ${seeds.length} seeds, ± half the width of the 95 % interval; differences are paired by seed, and those marked ~ may be noise`,
    });
  }
  const seen = new Set<string>();
  for (const { name, firstRun } of formulas) {
    if (firstRun === undefined) continue;
    for (const note of runNotes(firstRun, parameters)) {
      const own = note.severity === 'warning';
      if (own && firstRun.end.reason === 'interrupted') continue;
      const text = own ? `${name}: ${note.text}` : note.text;
      if (!seen.has(text)) notes.push({ severity: note.severity, text });
      seen.add(text);
    }
  }
  return notes;
}
