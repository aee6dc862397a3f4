import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../acceptance/command.js';

const folder = join(root, 'examples');

/** The files of formula tests among the examples. */
export const examples: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.autoscale-test.yaml'))
  .map((name) => join(folder, name));
