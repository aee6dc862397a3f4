import type { JSX } from 'preact';

import type { Store } from '../state/store.js';
import { TraceTree } from './trace-tree.js';

/** The chosen autoscale run, statement by statement, with the value of every expression. */
export function TraceView({ store }: { readonly store: Store }): JSX.Element {
  const trace = store.trace.value;
  if (store.selected.value === undefined) {
    return <p class="hint">Choose an evaluation in the simulation or in the list of runs.</p>;
  }
  if (trace === undefined) return <p class="hint">Evaluating once more …</p>;
  return (
    <>
      {trace.error !== undefined && <p class="error">{trace.error}</p>}
      <TraceTree formula={store.formula.value} statements={trace.statements} />
      <h3>Result</h3>
      <pre class="result">{trace.results.split(';').join('\n')}</pre>
    </>
  );
}
