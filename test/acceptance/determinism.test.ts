import { existsSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { run } from './command.js';

const scenario = 'examples/spot-and-slots.scenario.yaml';
const otherNode = process.env['POOLSCALE_OTHER_NODE'];
const json = (seed: string, node?: string): string => {
  const args = ['simulate', scenario, '--format', 'json', '--seed', seed];
  const outcome = run(args, node === undefined ? {} : { node });
  expect(outcome).toMatchObject({ status: 0, stderr: '' });
  return outcome.stdout;
};

describe('the same seed gives the same bytes', () => {
  it('twice', () => {
    const first = json('42');
    expect(json('42')).toBe(first);
    expect((JSON.parse(first) as { record: { tasks: object } }).record.tasks).toMatchObject({
      submitted: 1368,
      succeeded: 852,
    });
  });

  it('and another seed does not', () => {
    expect(json('43')).not.toBe(json('42'));
  });

  const available = otherNode !== undefined && existsSync(otherNode);
  if (!available) {
    console.warn('SKIPPED: no other Node version; POOLSCALE_OTHER_NODE names its executable');
  }
  it.skipIf(!available)('on the current Node as on this one', () => {
    expect(json('42', otherNode)).toBe(json('42'));
  });
});
