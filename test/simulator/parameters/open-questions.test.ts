import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { openQuestions } from '../../../src/simulator/parameters/open-questions.js';

/** The open points of the service record by section; a new one must be added here and be answered. */
const openPoints = { 1: 8, 2: 4, 3: 4, 4: 5, 5: 2, 6: 2, 8: 2, 9: 3, 10: 1 };

const allIds = Object.entries(openPoints).flatMap(([section, points]) =>
  Array.from({ length: points }, (_, point) => `S${section}.${point + 1}`),
);

const record = join(process.env['POOLSCALE_SHARED'] ?? '../shared', 'spec/service.md');

it('has a parameter or a reason for every open point, one of the two, and for no other', () => {
  expect(openQuestions.map(({ id }) => id)).toEqual(allIds);
});

it.skipIf(!existsSync(record))('knows every open point of the service record', () => {
  const ids = readFileSync(record, 'utf8').matchAll(/\*\*(S\d+\.\d+)\*\*(?! =)/g);
  expect([...new Set([...ids].map((match) => match[1]))].sort()).toEqual([...allIds].sort());
});
if (!existsSync(record)) console.warn(`SKIPPED: ${record} is not there`);
