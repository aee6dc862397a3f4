import { effect } from '@preact/signals';
import type { editor } from 'monaco-editor';
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { liveValuesOfRun } from '../state/live-values-of-run.js';
import type { EditorTab, Store } from '../state/store.js';
import { setLiveValues } from './formula-documents.js';
import type { Monaco } from './monaco.js';

type TextTab = Exclude<EditorTab, 'form'>;

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
    void import('./monaco.js').then(async ({ monaco }) => {
      const { markFormula, setMarkers } = await import('./markers.js');
      const { refreshInlayHints } = await import('./providers/presentation.js');
      if (ended || place.current === null) return;
      dispose = mount(monaco, place.current, {
        store,
        onFormulaDiagnostics,
        markFormula,
        setMarkers,
        refreshInlayHints,
        caret: document.activeElement === plain.current ? plain.current?.selectionStart : undefined,
      });
      setIsMounted(true);
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

function textSignal(store: Store, tab: TextTab): { value: string } {
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

type Parts = PaneProps &
  Pick<typeof import('./markers.js'), 'markFormula' | 'setMarkers'> &
  Pick<typeof import('./providers/presentation.js'), 'refreshInlayHints'> & {
    /** Where a person was writing in the plain text field, as an offset. */
    readonly caret: number | undefined;
  };

const languages: Readonly<Record<TextTab, string>> = {
  formula: 'autoscale',
  otherFormula: 'autoscale',
  scenario: 'poolscale-yaml',
  tests: 'poolscale-yaml',
};

/** One editor with a model for each text; models and signals follow each other. */
function mount(monaco: Monaco, element: HTMLElement, parts: Parts): () => void {
  const { store } = parts;
  const editorInstance = monaco.editor.create(element, {
    automaticLayout: true,
    fontSize: 14,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    'semanticHighlighting.enabled': true,
    wordWrap: 'on',
    fixedOverflowWidgets: true,
    tabSize: 2,
    padding: { top: 8 },
    inlayHints: { enabled: 'on', fontSize: 12 },
  });
  const models = new Map<TextTab, editor.ITextModel>();
  const disposals: (() => void)[] = [
    () => {
      editorInstance.dispose();
    },
  ];

  function modelOf(tab: TextTab): editor.ITextModel {
    const known = models.get(tab);
    if (known !== undefined) return known;
    const text = textSignal(store, tab);
    const model = monaco.editor.createModel(text.value, languages[tab]);
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    models.set(tab, model);
    const isFormula = languages[tab] === 'autoscale';
    const marked = (): void => {
      if (!isFormula) return;
      const found = parts.markFormula(monaco, model);
      if (tab === 'formula') parts.onFormulaDiagnostics(found.length);
      // For the benchmark in a browser.
      performance.clearMarks('diagnostics');
      performance.mark('diagnostics');
    };
    const listening = model.onDidChangeContent(() => {
      marked();
      text.value = model.getValue();
    });
    marked();
    const following = effect(() => {
      // An import or a link changes the text from outside; what was typed here is there already.
      if (tab === 'otherFormula' && store.otherFormula.value === undefined) return;
      if (text.value !== model.getValue()) model.setValue(text.value);
    });
    disposals.push(
      () => {
        listening.dispose();
      },
      following,
      () => {
        model.dispose();
      },
    );
    return model;
  }

  const showing = effect(() => {
    const tab = store.editorTab.value;
    if (tab === 'form') return;
    editorInstance.setModel(modelOf(tab));
    editorInstance.updateOptions({ ariaLabel: tab });
  });
  const model = editorInstance.getModel();
  if (parts.caret !== undefined && model !== null) {
    editorInstance.setPosition(model.getPositionAt(parts.caret));
    editorInstance.focus();
  }
  const theming = effect(() => {
    monaco.editor.setTheme(`poolscale-${store.theme.value}`);
  });
  const markingScenario = effect(() => {
    const found = store.diagnostics.value.filter(({ file }) => file === 'scenario.yaml');
    parts.setMarkers(monaco, modelOf('scenario'), found);
  });
  const livening = effect(() => {
    const [first] = store.runs.value;
    const chosen = store.selected.value;
    const values =
      first === undefined || chosen === undefined
        ? undefined
        : liveValuesOfRun(first.record, chosen.pool, chosen.run);
    setLiveValues(modelOf('formula'), values);
    parts.refreshInlayHints();
  });
  disposals.push(showing, theming, markingScenario, livening);
  return () => {
    for (const dispose of disposals) dispose();
  };
}
