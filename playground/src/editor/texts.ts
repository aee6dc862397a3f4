import type { EditorTab, Store } from '../state/store.js';

/** A tab of the editor that shows a text. */
export type TextTab = Exclude<EditorTab, 'form'>;

/** The text of a tab, to read and to write. */
export function textSignal(store: Store, tab: TextTab): { value: string } {
  const { otherFormula } = store;
  if (tab !== 'otherFormula') return store[tab];
  return {
    get value() {
      return otherFormula.value ?? '';
    },
    set value(text) {
      otherFormula.value = text;
    },
  };
}
