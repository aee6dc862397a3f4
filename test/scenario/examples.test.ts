import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { simulate } from '../../src/simulator/index.js';
import { root } from '../acceptance/command.js';
import { loadInput } from '../support/memory-files.js';

const folder = join(root, 'examples');

/** Small files of the examples, by the paths that scenarios use. */
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [
      path.slice(folder.length + 1).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
);

const run = async (name: string) =>
  simulate(await loadInput(files[`${name}.scenario.yaml`]!, files));

describe('examples/operator-timeline', () => {
  it('loses no task, and the resize that comes too early is refused', async () => {
    const record = await run('operator-timeline');
    const answers = record.operations.map(
      ({ kind, httpStatus, error }) => `${kind} ${httpStatus}${error ? ` ${error.code}` : ''}`,
    );
    expect(answers).toEqual([
      'resizePool 202',
      'resizePool 409 PoolBeingResized',
      'disableNodeScheduling 200',
      'enableNodeScheduling 200',
      'rebootNode 202',
      'removeNodes 202',
      'resizePool 202',
    ]);
    expect(record.tasks.succeeded).toBe(record.tasks.submitted);
    expect(record.pools[0]!.nodes.dedicated).toMatchObject({ allocated: 10, removed: 10 });
  });
});
