import type { Palette } from '../../base/diagnostics/render.js';
import type { Comparison, FormulaResult } from '../../experiment/compare.js';
import { isDistinctFromZero, type Estimate } from '../../experiment/confidence.js';
import type { Figure } from '../../experiment/figures.js';
import { formatDifference, formatEstimate } from '../format/figure-value.js';
import { formatNumber } from '../format/number.js';
import { shortNames } from '../format/short-names.js';
import type { Note } from '../notes/note.js';
import { shownFigures } from '../shown-figures.js';
import type { ShownAssertion } from '../shown-assertion.js';
import { assertionLines } from './assertion-lines.js';
import { noteLines } from './note-lines.js';
import { renderTable, type Cell, type Column } from './table.js';
import { printable } from './text-width.js';

export interface ComparisonTableOptions {
  readonly palette: Palette;
  readonly notes: readonly Note[];
  readonly assertions?: readonly ShownAssertion[];
}

/** Formulas side by side; more would not fit on a line. */
const formulasPerTable = 4;

/** What `compare` prints: the figures of each formula, then the paired differences to the first one. */
export function renderComparison(comparison: Comparison, options: ComparisonTableOptions): string {
  const { palette, notes, assertions = [] } = options;
  const { formulas, seeds, name } = comparison;
  const currency = formulas.find(({ firstRun }) => firstRun !== undefined)?.firstRun?.cost
    ?.currency;
  const rows = shownFigures(formulas.flatMap(({ values }) => values));
  const names = shortNames(formulas.map((formula) => formula.name));
  const named = formulas.map((formula, index) => ({ formula, name: names[index]! }));
  const tasks = formulas[0]?.figures['tasks']?.mean;
  const differing = named.slice(1);
  const seedText = `${seeds.length} seed${seeds.length === 1 ? '' : 's'}: ${seedRange(seeds)}`;
  const lines = [
    `${palette.bold(printable(name))}  ${tasks === undefined ? '' : `${formatNumber(tasks)} tasks, `}${seedText}`,
    ...chunks(named).flatMap((group) => ['', ...valueTable(rows, group, palette, currency)]),
    ...(differing.length === 0 ? [] : ['', `differences to ${printable(names[0]!)}`]),
    ...chunks(differing).flatMap((group) => differenceTable(rows, group, palette, currency)),
    ...assertionLines(assertions, palette, currency),
    ...noteLines(notes, palette),
  ];
  return `${lines.join('\n')}\n`;
}

interface NamedResult {
  readonly formula: FormulaResult;
  readonly name: string;
}

function seedRange(seeds: readonly string[]): string {
  const [first = '', second] = seeds;
  const last = seeds.at(-1)!;
  if (second === undefined) return printable(first);
  return seeds.length === 2
    ? printable(`${first}, ${second}`)
    : printable(`${first}, ${second} … ${last}`);
}

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / formulasPerTable) }, (_, index) =>
    items.slice(index * formulasPerTable, (index + 1) * formulasPerTable),
  );
}

function columnsFor(group: readonly NamedResult[]): Column[] {
  return [
    { header: '', align: 'left' },
    ...group.map(({ name }): Column => ({ header: name, align: 'right' })),
  ];
}

function valueTable(
  rows: readonly Figure[],
  group: readonly NamedResult[],
  palette: Palette,
  currency: string | undefined,
): string[] {
  const cells = rows.map(({ id, unit, label }) => [
    label,
    ...group.map(({ formula }) => formatEstimate(unit, formula.figures[id] ?? null, currency)),
  ]);
  return renderTable(columnsFor(group), cells, palette);
}

function differenceTable(
  rows: readonly Figure[],
  group: readonly NamedResult[],
  palette: Palette,
  currency: string | undefined,
): string[] {
  const cells = rows.map((figure): Cell[] => [
    figure.label,
    ...group.map(({ formula }) => {
      const difference = formula.differences?.[figure.id] ?? null;
      const text = formatDifference(figure.unit, difference, currency);
      return {
        text: `${noiseMark(difference)}${text}`,
        paint: paintOf(figure, difference, palette),
      };
    }),
  ]);
  return renderTable(columnsFor(group), cells, palette);
}

/** `~` where the interval holds zero. A difference that is zero in all seeds is no noise. */
function noiseMark(difference: Estimate | null): string {
  if (difference === null) return '';
  const { mean, low, high } = difference;
  const same = mean === 0 && (low ?? 0) === 0 && (high ?? 0) === 0;
  return !same && isDistinctFromZero(difference) === false ? '~ ' : '';
}

/** Differences that are noise are faint; the others are marked where they are for the worse. */
function paintOf(
  { better }: Figure,
  difference: Estimate | null,
  palette: Palette,
): (text: string) => string {
  if (difference === null || isDistinctFromZero(difference) !== true) return palette.faint;
  if (better === 'neither') return (text) => text;
  const worse = better === 'smaller' ? difference.mean > 0 : difference.mean < 0;
  return worse ? palette.warning : palette.bold;
}
