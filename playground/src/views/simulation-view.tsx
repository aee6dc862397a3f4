import type { JSX } from 'preact';

import type { Store } from '../state/store.js';
import { lazyView } from './lazy-view.js';

const Results = lazyView(async () => (await import('./simulation-results.js')).SimulationResults);

/** What the last simulation gave. The charts are fetched while the first one runs. */
export function SimulationView({ store }: { readonly store: Store }): JSX.Element {
  if (store.status.value.kind === 'idle') return <p class="hint">No simulation yet.</p>;
  return <Results store={store} />;
}
