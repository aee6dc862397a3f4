import type { JSX } from 'preact';

import type { Store } from '../state/store.js';
import type { WorkerClient } from '../worker/worker-client.js';
import { Finding } from './finding.js';

interface StatusLineProps {
  readonly store: Store;
  readonly worker: WorkerClient;
}

/** What the simulation is doing, what is wrong with its texts, and the last notice. */
export function StatusLine({ store, worker }: StatusLineProps): JSX.Element {
  const { status, diagnostics, notice } = store;
  const errors = diagnostics.value.filter(({ severity }) => severity === 'error');
  return (
    <div class="status">
      <p role="status">
        {statusText(status.value)}
        {status.value.kind === 'running' && (
          <button
            type="button"
            onClick={() => {
              worker.cancel();
            }}
          >
            Cancel
          </button>
        )}
      </p>
      {errors.slice(0, 3).map((error) => (
        <Finding key={`${error.place}${error.message}`} {...error} />
      ))}
      {notice.value !== '' && (
        <p class="notice">
          <span>{notice.value}</span>
          <button
            type="button"
            aria-label="Dismiss"
            onClick={() => {
              notice.value = '';
            }}
          >
            ×
          </button>
        </p>
      )}
    </div>
  );
}

function statusText(status: Store['status']['value']): string {
  switch (status.kind) {
    case 'idle':
      return '';
    case 'running':
      return status.tasks === 0
        ? 'Simulating …'
        : `Simulating … ${status.tasks.toLocaleString('en')} tasks finished`;
    case 'done':
      return `Simulated in ${Math.round(status.milliseconds)} ms.`;
    case 'stopped':
      return `No new result: ${status.message}.`;
  }
}
