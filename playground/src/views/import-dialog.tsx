import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { ImportResult } from '../interchange/import-text.js';
import type { Store } from '../state/store.js';
import { Dialog } from './dialog.js';

interface ImportDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
}

/** Paste a file of another tool, or open one; traces are opened here too. */
export function ImportDialog({ store, onClose }: ImportDialogProps): JSX.Element {
  const [text, setText] = useState('');
  const [result, setResult] = useState<ImportResult | undefined>(undefined);
  const search = async (pasted: string): Promise<void> => {
    const { importText } = await import('../interchange/import-text.js');
    const { browserGrammars } = await import('../interchange/browser-grammars.js');
    setResult(await importText(pasted, browserGrammars));
  };
  const take = (formula: string): void => {
    store.formula.value = formula;
    store.editorTab.value = 'formula';
    onClose();
  };
  return (
    <Dialog title="Import" onClose={onClose}>
      <label class="field">
        <span>Terraform, Bicep, an ARM template, an az command, code, or the JSON of a pool</span>
        <textarea
          rows={10}
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </label>
      <div class="bar">
        <button type="button" onClick={() => void search(text)} disabled={text.trim() === ''}>
          Find formulas
        </button>
      </div>
      {result !== undefined && <Found result={result} onTake={take} />}
      <h3>Files of the scenario</h3>
      <p class="hint">
        A trace or a price book that the scenario names with from: or file:. It stays in this page
        and is sent nowhere.
      </p>
      <input
        type="file"
        multiple
        aria-label="Open traces or price books"
        onChange={(event) => void addFiles(store, event.currentTarget.files)}
      />
      <ul>
        {store.files.value.map(({ name, bytes }) => (
          <li key={name}>
            <code>{name}</code> {bytes.length.toLocaleString('en')} bytes
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

async function addFiles(store: Store, list: FileList | null): Promise<void> {
  const added = await Promise.all(
    [...(list ?? [])].map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const names = new Set(added.map(({ name }) => name));
  store.files.value = [...store.files.value.filter(({ name }) => !names.has(name)), ...added];
}

interface FoundProps {
  readonly result: ImportResult;
  readonly onTake: (formula: string) => void;
}

function Found({ result, onTake }: FoundProps): JSX.Element {
  const { found, dynamic, language } = result;
  return (
    <section aria-live="polite">
      <p>
        Read as {language}: {found.length} {found.length === 1 ? 'formula' : 'formulas'} found
        {dynamic.length > 0 && `, ${dynamic.length} computed and not readable`}.
      </p>
      <ul>
        {found.map(({ address, formula, holes }) => (
          <li key={address}>
            <button
              type="button"
              onClick={() => {
                onTake(formula);
              }}
            >
              Take {address}
            </button>
            {holes.length > 0 && ` (filled in elsewhere: ${holes.join(', ')})`}
          </li>
        ))}
        {dynamic.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
