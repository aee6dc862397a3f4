import { describe, expect, it } from 'vitest';

import { answerTo, casesIn, differences } from './run-case.js';

const cases = casesIn('grammar/conformance');

describe('conformance suite', () => {
  it.each(cases.map((each) => [`${each.file}: ${each.id}`, each] as const))('%s', (_, each) => {
    expect(differences(each.expect, answerTo(each))).toEqual([]);
  });

  it('has a name of its own for each case', () => {
    expect(new Set(cases.map((each) => each.id)).size).toBe(cases.length);
  });
});
