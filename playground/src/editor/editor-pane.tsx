import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { afterPaint } from '../browser/after-paint.js';
import type { Store } from '../state/store.js';
import { textSignal, type TextTab } from './texts.js';

interface PaneProps {
  readonly store: Store;
  readonly onFormulaDiagnostics: (count: number) => void;
}

/** The editor. Until Monaco has come, and where it cannot, a plain text field takes its place. */
export function EditorPane({ store, onFormulaDiagnostics }: PaneProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => {
    let ended = false;
    let dispose = (): void => undefined;
    // After the first paint: the page can be read and written before the editor is there.
    void import('./mount-editor.js').then(async ({ mountEditor }) => {
      if (ended || place.current === null) return;
      dispose = mountEditor(place.current, {
        store,
        onFormulaDiagnostics,
        caret: document.activeElement === plain.current ? plain.current?.selectionStart : undefined,
      });
      setIsMounted(true);
      await afterPaint();
      store.isEditorShown.value = true;
    });
    return () => {
      ended = true;
      dispose();
    };
  }, [store, onFormulaDiagnostics]);
  const tab = store.editorTab.value;
  return (
    <div class="editor" hidden={tab === 'form'}>
      <div class="monaco-place" ref={place} />
      {!isMounted && tab !== 'form' && <PlainEditor store={store} tab={tab} field={plain} />}
    </div>
  );
}

interface PlainEditorProps {
  readonly store: Store;
  readonly tab: TextTab;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

function PlainEditor({ store, tab, field }: PlainEditorProps): JSX.Element {
  const text = textSignal(store, tab);
  return (
    <textarea
      ref={field}
      class="plain-editor"
      aria-label={tab}
      spellcheck={false}
      value={text.value}
      onInput={(event) => {
        text.value = event.currentTarget.value;
      }}
    />
  );
}
