import { expect, it } from 'vitest';

import { legacyNamesPage } from './legacy-names-page.js';

it('docs/legacy-names.md says what the table of old names says', async () => {
  await expect(legacyNamesPage()).toMatchFileSnapshot('../../docs/legacy-names.md');
});
