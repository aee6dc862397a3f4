import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { gallery, type GalleryEntry } from '../gallery/gallery.js';
import type { Store } from '../state/store.js';

/** Idioms to begin with. What is said of one stays until the formula becomes another. */
export function GalleryMenu({ store }: { readonly store: Store }): JSX.Element {
  const { formula, editorTab, notice } = store;
  const shown = gallery.find((entry) => entry.formula === formula.value);
  useEffect(() => {
    const isExplained = gallery.some((entry) => notice.peek() === explanationOf(entry));
    if (shown === undefined && isExplained) notice.value = '';
  }, [shown, notice]);
  return (
    <label class="gallery">
      <span class="visually-hidden">Idiom</span>
      <select
        value={shown?.id ?? ''}
        onChange={(event) => {
          const entry = gallery.find(({ id }) => id === event.currentTarget.value);
          if (entry === undefined) return;
          formula.value = entry.formula;
          editorTab.value = 'formula';
          notice.value = explanationOf(entry);
        }}
      >
        <option value="" disabled>
          Idioms …
        </option>
        {gallery.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function explanationOf({ title, explanation }: GalleryEntry): string {
  return `${title}: ${explanation}`;
}
