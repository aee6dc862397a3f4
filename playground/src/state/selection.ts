import { runAt } from './live-values-of-run.js';
import type { Store } from './store.js';

/** Instant of the chosen autoscale run, in seconds since the start. */
export function selectedSeconds({ runs, selected }: Store): number | undefined {
  const chosen = selected.value;
  const pool = runs.value[0]?.record.pools.find(({ id }) => id === chosen?.pool);
  return chosen === undefined ? undefined : pool?.autoScale?.runs[chosen.run]?.atSeconds;
}

/** Chooses the autoscale run at or before an instant, of the pool that is looked at or of the first one. */
export function selectAt({ runs, selected }: Store, seconds: number): void {
  const record = runs.value[0]?.record;
  const scaled = record?.pools.find(({ autoScale }) => autoScale !== undefined);
  const pool = selected.value?.pool ?? scaled?.id;
  if (record === undefined || pool === undefined) return;
  const run = runAt(record, pool, seconds);
  selected.value = run < 0 ? undefined : { pool, run };
}
