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
  const compared = runs.length > 1;
  return (
    <table class="figures">
      <caption>{compared ? 'Both formulas on the same world' : 'Figures'}</caption>
      {compared && (
        <thead>
          <tr>
            <th scope="col">figure</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col">B − A</th>
          </tr>
        </thead>
      )}
      <tbody>
        {shownFigures(values).map(({ id, label, description, unit, better }) => {
          const [a = null, b = null] = values.map((each) => each[id]);
          const difference = a === null || b === null ? undefined : b - a;
          return (
            <tr key={id} title={description}>
              <th scope="row">{label}</th>
              {values.map((each, place) => (
                <td key={place}>{formatFigure(unit, each[id] ?? null, currency)}</td>
              ))}
              {compared && (
                <td class={tone(difference, better)}>
                  {difference === undefined
                    ? ''
                    : formatDifference(unit, { mean: difference, count: 1 }, currency)}
                </td>
              )}
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
