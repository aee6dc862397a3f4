import { effect } from '@preact/signals';

import type { Store } from './store.js';

/** Milliseconds after which the first simulation no longer waits for the editor. */
const patience = 1500;

interface Steps {
  readonly simulate: () => void;
  readonly keepFiles: () => void;
}

/**
 * What a person waits for comes first, with the whole machine to itself: the editor, then the first simulation, then the copies of all
 * files for pages without a network.
 */
export function startInOrder(store: Store, { simulate, keepFiles }: Steps): void {
  const { isEditorShown, status } = store;
  void Promise.race([once(() => isEditorShown.value), elapsed(patience)]).then(simulate);
  void Promise.all([
    once(() => isEditorShown.value),
    once(() => status.value.kind === 'done' || status.value.kind === 'stopped'),
  ]).then(keepFiles);
}

/** Comes true when a condition over signals does. */
function once(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    effect(() => {
      if (holds()) resolve();
    });
  });
}

function elapsed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
