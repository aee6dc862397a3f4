import type { JSX } from 'preact';

import type { SimulatedRun } from '../worker/messages.js';

/** What must be known to read the figures; warnings first, each once. */
export function NotesList({
  runs,
}: {
  readonly runs: readonly SimulatedRun[];
}): JSX.Element | null {
  const notes = new Map(runs.flatMap((run) => run.notes.map((note) => [note.text, note])));
  const sorted = [...notes.values()].sort((a, b) => (a.severity < b.severity ? 1 : -1));
  if (sorted.length === 0) return null;
  return (
    <section class="notes">
      <h3>Notes</h3>
      <ul>
        {sorted.map(({ text, severity }) => (
          <li key={text} class={severity}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
