import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { diskFiles } from '../../src/cli/io/read-files.js';
import {
  coverageReport,
  coveredPercent,
  createCoverageCollector,
  loadTestFile,
  runSuite,
} from '../../src/formula-test/index.js';
import { examples } from './examples.js';
import { outcomes } from './run-text.js';

it.each(examples)('%s passes and covers its formula', async (path) => {
  const source = { name: path, text: readFileSync(path, 'utf8') };
  const { value, diagnostics } = await loadTestFile(source, diskFiles);
  expect(diagnostics).toEqual([]);
  const coverage = createCoverageCollector();
  const report = await runSuite(value!, { coverage });
  expect(new Set(Object.values(outcomes(report)))).toEqual(new Set(['passed']));
  expect(coveredPercent(coverageReport(coverage))).toBe(100);
});
