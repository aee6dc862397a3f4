import { it } from 'vitest';

import * as underTest from '../../support/plan-under-test.js';
import { structureChecks } from '../../support/plan-structure.js';

it.each(structureChecks.map((check) => [check.name, check] as const))('%s', (_, { run }) => {
  run(underTest);
});
