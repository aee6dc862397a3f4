import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';

import { defaultScenario } from '../gallery/default-scenario.js';
import { gallery } from '../gallery/gallery.js';
import type { Answers, NamedBytes, PlacedDiagnostic, SimulatedRun } from '../worker/messages.js';
import type { PlaygroundState, ViewName } from './playground-state.js';

/** Which text the editor shows. */
export type EditorTab = 'formula' | 'otherFormula' | 'scenario' | 'form' | 'tests';

/** What became of the last simulation. */
export type SimulationStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly tasks: number }
  | { readonly kind: 'done'; readonly milliseconds: number }
  | { readonly kind: 'stopped'; readonly message: string };

export interface Store {
  readonly formula: Signal<string>;
  readonly otherFormula: Signal<string | undefined>;
  readonly scenario: Signal<string>;
  readonly tests: Signal<string>;
  /** Traces and price books that were opened here. They stay in this page. */
  readonly files: Signal<readonly NamedBytes[]>;
  readonly view: Signal<ViewName>;
  readonly editorTab: Signal<EditorTab>;
  readonly status: Signal<SimulationStatus>;
  /** Of the formula, and of the other one in a comparison; what the last good simulation gave. */
  readonly runs: Signal<readonly SimulatedRun[]>;
  /** Of the scenario and of formulas as it read them. */
  readonly diagnostics: Signal<readonly PlacedDiagnostic[]>;
  /** The autoscale run that is looked at: pool and number. */
  readonly selected: Signal<{ readonly pool: string; readonly run: number } | undefined>;
  readonly trace: Signal<Answers['trace'] | undefined>;
  /** Whether the editor is on the screen: what else the page does waits for that. */
  readonly isEditorShown: Signal<boolean>;
  readonly theme: Signal<'light' | 'dark'>;
  /** A message for the person: why a link did not open, that something was copied. */
  readonly notice: Signal<string>;
  readonly state: ReadonlySignal<PlaygroundState>;
}

export const firstState: PlaygroundState = {
  formula: gallery[0]!.formula,
  scenario: defaultScenario,
};

export function createStore(initial: PlaygroundState): Store {
  const formula = signal(initial.formula);
  const otherFormula = signal(initial.otherFormula);
  const scenario = signal(initial.scenario);
  const tests = signal(initial.tests ?? '');
  const view = signal<ViewName>(initial.view ?? 'simulation');
  return {
    formula,
    otherFormula,
    scenario,
    tests,
    view,
    files: signal([]),
    editorTab: signal('formula'),
    status: signal({ kind: 'idle' }),
    runs: signal([]),
    diagnostics: signal([]),
    selected: signal(undefined),
    trace: signal(undefined),
    isEditorShown: signal(false),
    theme: signal('light'),
    notice: signal(''),
    state: computed(() => ({
      formula: formula.value,
      scenario: scenario.value,
      view: view.value,
      ...(otherFormula.value === undefined ? {} : { otherFormula: otherFormula.value }),
      ...(tests.value === '' ? {} : { tests: tests.value }),
    })),
  };
}

/** Takes a whole state, as from a link or the gallery. */
export function applyState(store: Store, state: PlaygroundState): void {
  store.formula.value = state.formula;
  store.otherFormula.value = state.otherFormula;
  store.scenario.value = state.scenario;
  store.tests.value = state.tests ?? '';
  store.view.value = state.view ?? 'simulation';
  store.editorTab.value = 'formula';
  store.selected.value = undefined;
}
