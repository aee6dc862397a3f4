import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { editor } from 'monaco-editor';

import { liveValuesOfRun } from '../state/live-values-of-run.js';
import type { Store } from '../state/store.js';
import type { FormulaService } from './formula-service.js';
import { setLiveValues } from './live-values.js';
import { setMarkers } from './markers.js';
import { monaco } from './monaco.js';
import { textSignal, type TextTab } from './texts.js';

interface MountOptions {
  readonly store: Store;
  readonly onFormulaDiagnostics: (count: number) => void;
  /** Where a person was writing in the plain text field, as an offset. */
  readonly caret: number | undefined;
}

const languages: Readonly<Record<TextTab, string>> = {
  formula: 'autoscale',
  otherFormula: 'autoscale',
  scenario: 'poolscale-yaml',
  tests: 'poolscale-yaml',
};

/** The language service. It comes when the editor is on the screen: a person can write before all is known of the text. */
function formulaService({ isEditorShown }: Store): ReadonlySignal<FormulaService | undefined> {
  const service = signal<FormulaService | undefined>(undefined);
  effect(() => {
    if (!isEditorShown.value) return;
    void import('./formula-service.js').then(({ startFormulaService }) => {
      service.value = startFormulaService(monaco);
    });
  });
  return service;
}

/** One editor with a model for each text; models and signals follow each other. */
export function mountEditor(element: HTMLElement, options: MountOptions): () => void {
  const { store } = options;
  const service = formulaService(store);
  const editorInstance = monaco.editor.create(element, {
    automaticLayout: true,
    theme: `poolscale-${store.theme.value}`,
    model: null,
    fontSize: 14,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    // At its ends the page scrolls on, which on a phone has the charts below the editor.
    scrollbar: { alwaysConsumeMouseWheel: false },
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
    const mark = (known: FormulaService | undefined): void => {
      if (!isFormula || known === undefined) return;
      const found = known.markFormula(model);
      if (tab === 'formula') options.onFormulaDiagnostics(found.length);
      // For the benchmark in a browser.
      performance.clearMarks('diagnostics');
      performance.mark('diagnostics');
    };
    const listening = model.onDidChangeContent(() => {
      mark(service.peek());
      text.value = model.getValue();
    });
    const marking = effect(() => {
      mark(service.value);
    });
    const following = effect(() => {
      // An import or a link changes the text from outside; what was typed here is there already.
      if (tab === 'otherFormula' && store.otherFormula.value === undefined) return;
      if (text.value !== model.getValue()) model.setValue(text.value);
    });
    disposals.push(
      () => {
        listening.dispose();
      },
      marking,
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
  if (options.caret !== undefined && model !== null) {
    editorInstance.setPosition(model.getPositionAt(options.caret));
    editorInstance.focus();
  }
  const theming = effect(() => {
    monaco.editor.setTheme(`poolscale-${store.theme.value}`);
  });
  const markingScenario = effect(() => {
    const found = store.diagnostics.value.filter(({ file }) => file === 'scenario.yaml');
    // Without findings there is nothing to show on a text that nobody has opened.
    if (found.length > 0 || models.has('scenario')) {
      setMarkers(monaco, modelOf('scenario'), found);
    }
  });
  const livening = effect(() => {
    const [first] = store.runs.value;
    const chosen = store.selected.value;
    const values =
      first === undefined || chosen === undefined
        ? undefined
        : liveValuesOfRun(first.record, chosen.pool, chosen.run);
    setLiveValues(modelOf('formula'), values);
    service.value?.refreshInlayHints();
  });
  disposals.push(showing, theming, markingScenario, livening);
  return () => {
    for (const dispose of disposals) dispose();
  };
}
