import type { JSX } from 'preact';

import { copyText } from '../browser/clipboard.js';
import { encodeLink } from '../state/share-link.js';
import type { Store } from '../state/store.js';
import { Dialog } from './dialog.js';

/** Length from which some programs cut links. */
const longLink = 8000;

interface ShareDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
}

/** A link that carries everything that was written here. */
export function ShareDialog({ store, onClose }: ShareDialogProps): JSX.Element {
  const link = `${location.origin}${location.pathname}#${encodeLink(store.state.value)}`;
  return (
    <Dialog title="Share" onClose={onClose}>
      <label class="field">
        <span>
          The link holds formulas, scenario and tests; opened files are not part of it. No server
          sees it.
        </span>
        <input
          type="text"
          readOnly
          value={link}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </label>
      <p class={link.length > longLink ? 'error' : 'hint'}>
        {link.length.toLocaleString('en')} characters
        {link.length > longLink && ': some mail and chat programs cut links of this length'}
      </p>
      <div class="bar">
        <button
          type="button"
          onClick={() => {
            history.replaceState(null, '', link);
            void copyText(link).then((notice) => (store.notice.value = notice));
          }}
        >
          Copy link
        </button>
      </div>
    </Dialog>
  );
}
