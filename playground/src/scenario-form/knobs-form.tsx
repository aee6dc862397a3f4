import type { JSX } from 'preact';

import { knobs, readKnob, writeKnob } from './knobs.js';
import type { Store } from '../state/store.js';

/** The knobs that most people turn; each writes into the YAML of the scenario and leaves the rest as it is. */
export function KnobsForm({ store }: { readonly store: Store }): JSX.Element {
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <p class="hint">These fields write into the scenario, which has much more: see its tab.</p>
      {knobs.map((knob) => {
        const value = readKnob(store.scenario.value, knob);
        return (
          <label key={knob.label} class="field">
            <span>{knob.label}</span>
            <input
              type="text"
              inputMode={knob.type === 'number' ? 'decimal' : 'text'}
              value={value ?? ''}
              placeholder={knob.placeholder}
              disabled={value === undefined && knob.needsParent === true}
              onChange={(event) => {
                const text = event.currentTarget.value;
                store.scenario.value = writeKnob(store.scenario.value, knob, text);
              }}
            />
            <small>{knob.help}</small>
          </label>
        );
      })}
    </form>
  );
}
