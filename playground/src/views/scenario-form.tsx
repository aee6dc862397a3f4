import type { Store } from '../state/store.js';
import { lazyView } from './lazy-view.js';

/** The knobs of the scenario. They come with all that reads and writes YAML. */
export const ScenarioForm: ReturnType<typeof lazyView<{ readonly store: Store }>> = lazyView(
  async () => (await import('../scenario-form/knobs-form.js')).KnobsForm,
);
