// Behind npm run generate:docs; run from the root of the repository.
import { writeFileSync } from 'node:fs';

import { fidelityPage } from './fidelity-page.js';
import { casesIn } from './run-case.js';

writeFileSync('docs/fidelity.md', fidelityPage(casesIn('grammar/conformance/recorded', '.')));
