import { expect, it } from 'vitest';

import { parametersMarkdown } from '../../src/simulator/parameters/parameters-markdown.js';

it('docs/parameters.md says what the table of parameters says', async () => {
  await expect(parametersMarkdown()).toMatchFileSnapshot('../../docs/parameters.md');
});
