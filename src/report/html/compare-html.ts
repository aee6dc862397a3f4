import type { Comparison, FormulaResult } from '../../experiment/compare.js';
import { isDistinctFromZero, type Estimate } from '../../experiment/confidence.js';
import type { Figure } from '../../experiment/figures.js';
import { formatDifference, formatEstimate } from '../format/figure-value.js';
import { formatNumber } from '../format/number.js';
import { shortNames } from '../format/short-names.js';
import { instantMilliseconds } from '../format/utc-clock.js';
import type { Note } from '../notes/note.js';
import type { ShownAssertion } from '../shown-assertion.js';
import { shownFigures } from '../shown-figures.js';
import { overlayCharts, type OverlaidRun } from './overlay-charts.js';
import { pageAssertions } from './page-assertions.js';
import type { PageCell, PageData, PageFact, PageFormula, PageTable } from './page-data.js';
import { pageRuns } from './page-runs.js';
import { renderPage } from './render-page.js';
import { commonMoments } from './run-moments.js';
import { runFormulas } from './simulate-html.js';

/** The HTML report of a comparison: the table with intervals, and the first run of every formula overlaid. */
export function compareHtml(
  comparison: Comparison,
  notes: readonly Note[],
  assertions: readonly ShownAssertion[] = [],
): string {
  return renderPage(comparePage(comparison, notes, assertions));
}

export function comparePage(
  comparison: Comparison,
  notes: readonly Note[],
  assertions: readonly ShownAssertion[],
): PageData {
  const { name, formulas, seeds } = comparison;
  const names = shortNames(formulas.map((formula) => formula.name));
  const runs = formulas.flatMap(({ firstRun }, place): OverlaidRun[] =>
    firstRun === undefined ? [] : [{ name: names[place]!, place, record: firstRun }],
  );
  const first = runs[0]?.record;
  const currency = first?.cost?.currency;
  return {
    title: `${name}: comparison of ${formulas.length} formulas`,
    facts: facts(comparison),
    notes,
    assertions: pageAssertions(assertions, currency),
    tables: comparisonTables(formulas, names, seeds.length, currency),
    startMilliseconds: first === undefined ? 0 : instantMilliseconds(first.startTime),
    charts: overlayCharts(runs),
    moments: commonMoments(runs.map(({ record }) => record)),
    runs: runs.flatMap((run) => pageRuns(run.record, run.name)),
    formulas: runs.flatMap((run) => namedFormula(run)),
  };
}

function facts({ formulas, seeds }: Comparison): PageFact[] {
  const tasks = formulas[0]?.figures['tasks']?.mean;
  return [
    ...(tasks === undefined ? [] : [{ label: 'Tasks', text: formatNumber(tasks) }]),
    { label: seeds.length === 1 ? 'Seed' : 'Seeds', text: seedText(seeds) },
    { label: 'Charts and autoscale runs', text: `seed ${seeds[0]!}` },
  ];
}

function seedText(seeds: readonly string[]): string {
  if (seeds.length <= 3) return seeds.join(', ');
  return `${seeds.length}: ${seeds[0]!}, ${seeds[1]!} … ${seeds.at(-1)!}`;
}

function namedFormula({ name, record }: OverlaidRun): PageFormula[] {
  return runFormulas(record).map(({ text }) => ({ title: `Formula ${name}`, text }));
}

function comparisonTables(
  formulas: readonly FormulaResult[],
  names: readonly string[],
  seedCount: number,
  currency: string | undefined,
): PageTable[] {
  const rows = shownFigures(formulas.flatMap(({ values }) => values));
  const table = (
    caption: string,
    columns: readonly string[],
    cell: (figure: Figure, place: number) => PageCell,
    from: number,
  ): PageTable => ({
    caption,
    columns,
    rows: rows.map((figure) => ({
      label: figure.label,
      description: figure.description,
      cells: columns.map((_, i) => cell(figure, i + from)),
    })),
  });
  const intervals =
    seedCount === 1 ? 'one run each' : `means of ${seedCount} runs each, ± 95 % interval`;
  const values = table(
    `Figures (${intervals})`,
    names,
    ({ id, unit }, place) => ({
      text: formatEstimate(unit, formulas[place]!.figures[id] ?? null, currency),
    }),
    0,
  );
  const differences = table(
    `Differences to ${names[0]!}, paired by seed`,
    names.slice(1),
    (figure, place) =>
      differenceCell(figure, formulas[place]!.differences?.[figure.id] ?? null, currency),
    1,
  );
  return [values, differences];
}

function differenceCell(
  { unit, better }: Figure,
  difference: Estimate | null,
  currency: string | undefined,
): PageCell {
  const text = formatDifference(unit, difference, currency);
  if (difference === null || difference.mean === 0) return { text };
  const distinct = isDistinctFromZero(difference);
  if (distinct !== true) return { text, tone: 'noise' };
  if (better === 'neither') return { text };
  const worse = better === 'smaller' ? difference.mean > 0 : difference.mean < 0;
  return { text, tone: worse ? 'worse' : 'better' };
}
