import { describe, expect, it } from 'vitest';

import { intervals } from '../../src/language/constants.js';
import { functions } from '../../src/language/functions.js';
import { members } from '../../src/language/members.js';
import { methods } from '../../src/language/methods.js';
import { switchNames, switchTable } from '../../src/profile/switch-table.js';
import { answerTo, casesIn, differences } from '../conformance/run-case.js';

const cases = casesIn('test/evaluator/cases');

describe('evaluation', () => {
  it.each(cases.map((each) => [`${each.file}: ${each.id}`, each] as const))('%s', (_, each) => {
    const answer = answerTo(each);
    expect(differences(each.expect, answer)).toEqual([]);
    if (each.mustFail !== undefined) expect(differences(each.mustFail, answer)).not.toEqual([]);
  });
});

describe('completeness of the cases', () => {
  it.each(switchNames)('each value of %s has one', (name) => {
    for (const value of switchTable[name].values) {
      expect(cases.some((each) => each.profile?.[name] === value)).toBe(true);
    }
  });

  it.each([...Object.keys(functions), ...Object.keys(methods), ...Object.keys(members)])(
    '%s has one that passes and one that fails',
    (name) => {
      const own = cases.filter((each) => each.id === name || each.id.startsWith(`${name}-`));
      const fails = own.filter(({ expect: { error, refused } }) => error ?? refused);
      expect(fails.length).toBeGreaterThan(0);
      expect(own.length).toBeGreaterThan(fails.length);
    },
  );

  it.each(Object.keys(intervals))('%s has one', (name) => {
    expect(cases.some((each) => each.formula === `x = ${name};`)).toBe(true);
  });
});

describe('unverified', () => {
  const open = cases.filter((each) => each.file === 'switches.yaml');
  // The head is chosen before the run, and whether it was is in the profile itself.
  const chosenOutside = new Set(['resultHead']);

  it.each(open.map((each) => [each.id, each] as const))('%s is listed', (_, each) => {
    const answer = answerTo(each);
    const [name] = Object.keys(each.profile!);
    if (answer.httpStatus === 400 || chosenOutside.has(name!)) return;
    expect(answer.unverified).toContain(name);
  });
});
