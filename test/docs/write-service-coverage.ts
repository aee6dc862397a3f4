// Behind npm run generate:docs; run from the root of the repository.
import { writeFileSync } from 'node:fs';

import { coveragePage } from './service-coverage/coverage-page.js';

writeFileSync('docs/service-coverage.md', coveragePage());
