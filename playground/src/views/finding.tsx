import type { JSX } from 'preact';

import type { PlacedDiagnostic } from '../worker/messages.js';

/** What is wrong with a text, where, and what helps. */
export function Finding({ place, message, help, severity }: PlacedDiagnostic): JSX.Element {
  return (
    <p class={severity}>
      {place}: {message}
      {help !== undefined && ` (${help})`}
    </p>
  );
}
