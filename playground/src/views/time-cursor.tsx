import type { JSX } from 'preact';

import { formatDuration } from '../../../src/report/format/duration.js';
import type { Store } from '../state/store.js';

/** A slider over the autoscale runs of a pool: the editor shows the value of every variable at the chosen one. */
export function TimeCursor({ store }: { readonly store: Store }): JSX.Element | null {
  const record = store.runs.value[0]?.record;
  const scaled = (record?.pools ?? []).filter(({ autoScale }) => autoScale !== undefined);
  const selected = store.selected.value;
  const pool = scaled.find(({ id }) => id === selected?.pool) ?? scaled[0];
  const runs = pool?.autoScale?.runs ?? [];
  if (pool === undefined || runs.length === 0) return null;
  const at = selected?.pool === pool.id ? selected.run : -1;
  const run = runs[at];
  const select = (index: number, id = pool.id): void => {
    store.selected.value = index < 0 ? undefined : { pool: id, run: index };
  };
  const text =
    run === undefined
      ? 'no evaluation chosen'
      : `${formatDuration(run.atSeconds)}: ${run.error === undefined ? `target ${run.targetDedicatedNodes} dedicated, ${run.targetLowPriorityNodes} spot` : run.error.code}`;
  return (
    <div class="time-cursor">
      {scaled.length > 1 && (
        <label>
          pool{' '}
          <select
            value={pool.id}
            onChange={(event) => {
              select(0, event.currentTarget.value);
            }}
          >
            {scaled.map(({ id }) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
      )}
      <label class="slider">
        <span>evaluation</span>
        <input
          type="range"
          min={-1}
          max={runs.length - 1}
          value={at}
          aria-valuetext={text}
          onInput={(event) => {
            select(Number(event.currentTarget.value));
          }}
        />
      </label>
      <output>{text}</output>
    </div>
  );
}
