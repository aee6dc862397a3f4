import './styles.css';

import { render } from 'preact';

import { App } from './app.js';
import { startTheme } from './browser/theme.js';
import { registerOffline } from './browser/offline.js';
import { decodeLink } from './state/share-link.js';
import { simulateOnChange } from './state/simulate-on-change.js';
import { startInOrder } from './state/start-in-order.js';
import { applyState, createStore, firstState } from './state/store.js';
import { createWorkerClient } from './worker/worker-client.js';

const createWorker = (): Worker =>
  new Worker(new URL('./worker/simulation-worker.ts', import.meta.url), { type: 'module' });

const store = createStore(firstState);

function openLink(): void {
  if (location.hash.length < 2) return;
  const opened = decodeLink(location.hash);
  if (opened.ok) applyState(store, opened.state);
  else store.notice.value = `The link could not be opened: ${opened.reason}.`;
}

openLink();
window.addEventListener('hashchange', openLink);
startTheme(store);
const workers = {
  simulation: createWorkerClient(createWorker),
  trace: createWorkerClient(createWorker),
  evaluation: createWorkerClient(createWorker),
};
const embedded = new URLSearchParams(location.search).has('embed');
const root = document.getElementById('app')!;
root.replaceChildren();
render(<App store={store} workers={workers} embedded={embedded} />, root);
startInOrder(store, {
  simulate: () => simulateOnChange(store, workers.simulation),
  keepFiles: registerOffline,
});
