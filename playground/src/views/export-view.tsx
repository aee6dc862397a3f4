import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { exportFormats, type ExportFormat } from '../interchange/export-formats.js';
import { copyText } from '../browser/clipboard.js';
import type { Store } from '../state/store.js';

/** The formula as other tools want it. */
export function ExportView({ store }: { readonly store: Store }): JSX.Element {
  const [format, setFormat] = useState<ExportFormat>('terraform');
  const row = exportFormats.find((each) => each.format === format)!;
  const text = row.write(store.formula.value);
  return (
    <>
      <div class="bar">
        <label>
          as{' '}
          <select
            aria-label="format"
            value={format}
            onChange={(event) => {
              setFormat(event.currentTarget.value as ExportFormat);
            }}
          >
            {exportFormats.map((each) => (
              <option key={each.format} value={each.format}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          onClick={() => {
            void copyText(text).then((notice) => (store.notice.value = notice));
          }}
        >
          Copy
        </button>
      </div>
      <pre class="export" tabIndex={0}>
        {text}
      </pre>
    </>
  );
}
