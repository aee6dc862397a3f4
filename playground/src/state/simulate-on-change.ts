import { effect } from '@preact/signals';

import type { WorkerClient } from '../worker/worker-client.js';
import { CallEnded } from '../worker/worker-client.js';
import type { Store } from './store.js';

/** Milliseconds without a change after which the world is simulated again. */
const delay = 200;
/** Milliseconds after which a simulation is ended: the page is for trying things out. */
export const simulationTimeout = 20_000;

/** Simulates at once, and whenever formula, scenario or files change. Results of an older text never replace those of a newer one. */
export function simulateOnChange(store: Store, worker: WorkerClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = 0;
  return effect(() => {
    const { formula, otherFormula, scenario, files } = store;
    const formulas = [
      formula.value,
      ...(otherFormula.value === undefined ? [] : [otherFormula.value]),
    ];
    const request = {
      kind: 'simulate' as const,
      scenario: scenario.value,
      formulas,
      files: files.value,
    };
    clearTimeout(timer);
    timer = setTimeout(() => void simulate(store, worker, request), wait);
    wait = delay;
    return () => {
      clearTimeout(timer);
    };
  });
}

async function simulate(
  store: Store,
  worker: WorkerClient,
  request: Parameters<WorkerClient['call']>[0] & { kind: 'simulate' },
): Promise<void> {
  const begun = performance.now();
  store.status.value = { kind: 'running', tasks: 0 };
  try {
    const { runs, diagnostics } = await worker.call(request, {
      timeout: simulationTimeout,
      onProgress: (tasks) => {
        store.status.value = { kind: 'running', tasks };
      },
    });
    store.diagnostics.value = diagnostics;
    const failed = runs.length === 0;
    // The last good run stays on the screen while a text is broken.
    if (!failed) store.runs.value = runs;
    store.status.value = failed
      ? { kind: 'stopped', message: 'the scenario cannot be run as it is written' }
      : { kind: 'done', milliseconds: performance.now() - begun };
    keepSelection(store);
  } catch (error) {
    if (!(error instanceof CallEnded)) throw error;
    if (error.reason !== 'replaced') {
      store.status.value = { kind: 'stopped', message: error.message };
    }
  }
}

/** The selected autoscale run may be gone after a change. */
function keepSelection({ selected, runs }: Store): void {
  const chosen = selected.value;
  if (chosen === undefined) return;
  const pool = runs.value[0]?.record.pools.find(({ id }) => id === chosen.pool);
  if ((pool?.autoScale?.runs.length ?? 0) <= chosen.run) selected.value = undefined;
}
