import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';

import { switchTheme } from './browser/theme.js';
import { EditorPane } from './editor/editor-pane.js';
import { viewNames, type ViewName } from './state/playground-state.js';
import type { EditorTab, Store } from './state/store.js';
import { EvaluationView } from './views/evaluation-view.js';
import { ExportView } from './views/export-view.js';
import { GalleryMenu } from './views/gallery-menu.js';
import { ImportDialog } from './views/import-dialog.js';
import { RunsView } from './views/runs-view.js';
import { ScenarioForm } from './views/scenario-form.js';
import { ShareDialog } from './views/share-dialog.js';
import { SimulationView } from './views/simulation-view.js';
import { StatusLine } from './views/status-line.js';
import { Tabs } from './views/tabs.js';
import { TraceView } from './views/trace-view.js';
import { TestsView } from './views/tests-view.js';
import type { WorkerClient } from './worker/worker-client.js';

/** A client runs one request at a time: what must not end each other has one of its own. */
export interface Workers {
  readonly simulation: WorkerClient;
  readonly trace: WorkerClient;
  /** Single evaluations and tests of formulas. */
  readonly evaluation: WorkerClient;
}

interface AppProps {
  readonly store: Store;
  readonly workers: Workers;
  /** Without the head of the page, for frames in other pages. */
  readonly embedded: boolean;
}

const editorTitles: Readonly<Record<EditorTab, string>> = {
  formula: 'Formula',
  otherFormula: 'Formula B',
  scenario: 'Scenario',
  form: 'Knobs',
  tests: 'Tests',
};

const viewTitles: Readonly<Record<ViewName, string>> = {
  simulation: 'Simulation',
  runs: 'Runs',
  trace: 'Trace',
  evaluation: 'Evaluate',
  tests: 'Test results',
  export: 'Export',
};

export function App({ store, workers, embedded }: AppProps): JSX.Element {
  const [dialog, setDialog] = useState<'import' | 'share' | undefined>(undefined);
  const [findings, setFindings] = useState(0);
  const onFormulaDiagnostics = useCallback(setFindings, []);
  useEffect(
    () =>
      effect(() => {
        traceSelected(store, workers.trace);
      }),
    [store, workers],
  );
  const closeDialog = (): void => {
    setDialog(undefined);
  };
  const compared = store.otherFormula.value !== undefined;
  const tabs = (['formula', 'otherFormula', 'scenario', 'form', 'tests'] as const).filter(
    (tab) => tab !== 'otherFormula' || compared,
  );
  return (
    <>
      {!embedded && (
        <header class="page-head">
          <h1>poolscale playground</h1>
          <nav class="bar" aria-label="Actions">
            <GalleryMenu store={store} />
            <button
              type="button"
              onClick={() => {
                toggleComparison(store);
              }}
              aria-pressed={compared}
            >
              A/B
            </button>
            <button
              type="button"
              onClick={() => {
                setDialog('import');
              }}
            >
              Import
            </button>
            <button
              type="button"
              onClick={() => {
                setDialog('share');
              }}
            >
              Share
            </button>
            <button
              type="button"
              onClick={() => {
                switchTheme(store);
              }}
            >
              {store.theme.value === 'dark' ? 'Light' : 'Dark'}
            </button>
          </nav>
        </header>
      )}
      <main>
        <section class="pane" aria-label="Editor">
          <Tabs
            label="Texts"
            names={tabs}
            titles={editorTitles}
            selected={store.editorTab.value}
            onSelect={(tab) => (store.editorTab.value = tab)}
          />
          <EditorPane store={store} onFormulaDiagnostics={onFormulaDiagnostics} />
          {store.editorTab.value === 'form' && <ScenarioForm store={store} />}
          <p class="findings" role="status">
            {findings === 0
              ? 'No findings in the formula.'
              : `${findings} ${findings === 1 ? 'finding' : 'findings'} in the formula (F8 goes to the next one).`}
          </p>
        </section>
        <section class="pane" aria-label="Results">
          <Tabs
            label="Results"
            names={viewNames}
            titles={viewTitles}
            selected={store.view.value}
            onSelect={(view) => (store.view.value = view)}
          />
          <StatusLine store={store} worker={workers.simulation} />
          <div class="view" role="tabpanel" aria-label={viewTitles[store.view.value]}>
            <View store={store} worker={workers.evaluation} />
          </div>
        </section>
      </main>
      {dialog === 'import' && <ImportDialog store={store} onClose={closeDialog} />}
      {dialog === 'share' && <ShareDialog store={store} onClose={closeDialog} />}
    </>
  );
}

function View({
  store,
  worker,
}: {
  readonly store: Store;
  readonly worker: WorkerClient;
}): JSX.Element {
  switch (store.view.value) {
    case 'simulation':
      return <SimulationView store={store} />;
    case 'runs':
      return <RunsView store={store} />;
    case 'trace':
      return <TraceView store={store} />;
    case 'evaluation':
      return <EvaluationView store={store} worker={worker} />;
    case 'tests':
      return <TestsView store={store} worker={worker} />;
    case 'export':
      return <ExportView store={store} />;
  }
}

/** A second formula begins as a copy of the first. */
function toggleComparison({ otherFormula, formula, editorTab }: Store): void {
  const wasOn = otherFormula.value !== undefined;
  otherFormula.value = wasOn ? undefined : formula.value;
  editorTab.value = wasOn ? 'formula' : 'otherFormula';
}

/** The trace follows the chosen autoscale run and each new simulation. */
function traceSelected(store: Store, worker: WorkerClient): void {
  const chosen = store.selected.value;
  const runs = store.runs.value;
  store.trace.value = undefined;
  if (chosen === undefined || runs.length === 0) return;
  const request = {
    kind: 'trace' as const,
    // A change of the texts is traced when it has been simulated.
    scenario: store.scenario.peek(),
    formula: store.formula.peek(),
    files: store.files.peek(),
    ...chosen,
  };
  worker
    .call(request, { timeout: 20_000 })
    .then((trace) => (store.trace.value = trace))
    // A newer choice has its own trace; a text that no longer runs has none.
    .catch(() => undefined);
}
