import type { JSX } from 'preact';

import { figures, type FigureValues } from '../../../src/experiment/figures.js';
import { formatDifference, formatFigure } from '../../../src/report/format/figure-value.js';
import { shownFigures } from '../../../src/report/shown-figures.js';
import type { SimulatedRun } from '../worker/messages.js';

/** Cost, waits and nodes; of two formulas side by side with the difference. */
export function FigureTable({ runs }: { readonly runs: readonly SimulatedRun[] }): JSX.Element {
  const values = runs.map(({ record }): FigureValues =>
    Object.fromEntries(figures.map(({ id, value }) => [id, value(record)])),
  );
  const currency = runs[0]?.record.cost?.currency;
  const shown = shownFigures(values);
  if (runs.length === 1) {
    return (
      <dl class="figures" aria-label="Figures">
        {shown.map(({ id, label, description, unit }) => (
          <div key={id} title={description}>
            <dt>{label}</dt>
            <dd>{formatFigure(unit, values[0]?.[id] ?? null, currency)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <table class="figures">
      <caption>Both formulas on the same world</caption>
      <thead>
        <tr>
          <th>figure</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
          <th scope="col">B − A</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, label, description, unit, better }) => {
          const [a = null, b = null] = values.map((each) => each[id]);
          const difference = a === null || b === null ? undefined : b - a;
          return (
            <tr key={id} title={description}>
              <th scope="row">{label}</th>
              {values.map((each, place) => (
                <td key={place}>{formatFigure(unit, each[id] ?? null, currency)}</td>
              ))}
              <td class={tone(difference, better)}>
                {difference === undefined
                  ? ''
                  : formatDifference(unit, { mean: difference, count: 1 }, currency)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function tone(difference: number | undefined, better: 'smaller' | 'larger' | 'neither'): string {
  if (difference === undefined || difference === 0 || better === 'neither') return '';
  return difference < 0 === (better === 'smaller') ? 'better' : 'worse';
}
