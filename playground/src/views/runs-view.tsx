import type { JSX } from 'preact';

import { pageRuns } from '../../../src/report/html/page-runs.js';
import { formatDuration } from '../../../src/report/format/duration.js';
import type { Store } from '../state/store.js';

/** Rows that are drawn: a table of thousands of rows would hold the page up. The text below the table says how many are left out. */
const shownRows = 400;

/** Every autoscale run: what the pool had, what the formula wanted, its error. A row leads to its values in the editor. */
export function RunsView({ store }: { readonly store: Store }): JSX.Element {
  const record = store.runs.value[0]?.record;
  if (record === undefined) return <p class="hint">No simulation yet.</p>;
  const pools = record.pools.filter(({ autoScale }) => autoScale !== undefined);
  const tables = pageRuns(record);
  if (tables.length === 0) return <p class="hint">No pool of the scenario has a formula.</p>;
  return (
    <>
      {tables.map(({ title, rows }, place) => {
        const pool = pools[place]!.id;
        return (
          <table key={pool} class="runs">
            <caption>
              Autoscale runs of {title}
              {rows.length > shownRows && `: the first ${shownRows} of ${rows.length}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">time</th>
                <th scope="col">nodes</th>
                <th scope="col">target</th>
                <th scope="col">removal</th>
                <th scope="col">outcome</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shownRows).map((row, run) => {
                const { selected } = store;
                const chosen = selected.value?.pool === pool && selected.value.run === run;
                return (
                  <tr key={run} class={chosen ? 'chosen' : ''}>
                    <th scope="row">
                      <button
                        type="button"
                        class="link"
                        aria-pressed={chosen}
                        onClick={() => {
                          selected.value = { pool, run };
                        }}
                      >
                        {formatDuration(row.atSeconds)}
                      </button>
                    </th>
                    <td>{row.current}</td>
                    <td class={row.changed ? 'changed' : ''}>{row.target}</td>
                    <td>{row.removal}</td>
                    <td class={row.error === undefined ? '' : 'worse'}>
                      {row.error ?? 'evaluated'}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        );
      })}
    </>
  );
}
