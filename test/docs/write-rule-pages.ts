// Behind npm run generate:docs; run from the root of the repository.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { completePage, indexPage, pageNames, readPage } from './rule-pages.js';

const folder = 'docs/rules';
for (const id of pageNames(folder)) {
  writeFileSync(join(folder, `${id}.md`), completePage(id, readPage(folder, id)));
}
writeFileSync(join(folder, 'README.md'), indexPage());
