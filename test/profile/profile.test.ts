import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openQuestions } from '../../src/profile/open-questions.js';
import { defaultProfile, profileWith } from '../../src/profile/profile.js';
import { readProfile, readSetting } from '../../src/profile/read-profile.js';
import { switchNames, switchTable } from '../../src/profile/switch-table.js';

/** The open rows of the language record by section; a new one must be added here and be answered. */
const openRows = { 1: 9, 2: 7, 3: 7, 4: 9, 5: 6, 6: 4, 7: 1, 8: 5 };

const allIds = Object.entries(openRows).flatMap(([section, rows]) =>
  Array.from({ length: rows }, (_, row) => `L${section}.${row + 1}`),
);

const record = join(process.env['POOLSCALE_SHARED'] ?? '../shared', 'spec/language.md');

describe('open questions', () => {
  it('has a switch or a reason for every open row, and for no other', () => {
    expect(openQuestions.map(({ id }) => id)).toEqual(allIds);
  });

  it.skipIf(!existsSync(record))('knows every open row of the language record', () => {
    const ids = readFileSync(record, 'utf8').matchAll(/\*\*(L\d+\.\d+)\*\*(?! =)/g);
    expect([...new Set([...ids].map((match) => match[1]))].sort()).toEqual([...allIds].sort());
  });
  if (!existsSync(record)) console.warn(`SKIPPED: ${record} is not there`);
});

describe('profile', () => {
  it('takes the first value of each switch by default', () => {
    for (const name of switchNames) {
      expect(defaultProfile[name]).toBe(switchTable[name].values[0]);
    }
  });

  it('overrides single switches', () => {
    expect(profileWith({ sunday: '7' })).toEqual({ ...defaultProfile, sunday: '7' });
  });

  it('reads a file, numbers included', () => {
    const { value } = readProfile({ name: 'p', text: 'sunday: 7\nstop: discard' });
    expect(value).toEqual({ sunday: '7', stop: 'discard' });
  });

  it('names the nearest switch', () => {
    const { value, diagnostics } = readProfile({ name: 'p', text: 'stop: keep\nsundy: 7' });
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      message: 'there is no switch sundy; did you mean sunday?',
      span: { start: 11, end: 16 },
    });
  });

  it('names the values of a switch', () => {
    const { diagnostics } = readSetting('stop=never');
    expect(diagnostics[0]!.message).toBe('never is not a value of stop; expected keep or discard');
  });

  it.each(['- a', '42', 'a: [', '__proto__: 1', 'constructor=1'])('refuses %s', (text) => {
    expect(readProfile({ name: 'p', text }).value).toBeUndefined();
    expect(readSetting(text).value).toBeUndefined();
  });
});
