import { describe, expect, it } from 'vitest';

import { answerTo, casesIn, differences } from './run-case.js';

const cases = casesIn('grammar/conformance');

const evaluators = [
  ['the interpreter', { evaluator: 'interpreter' }],
  ['the plan as generated code', { evaluator: 'plan', codeGeneration: 'always' }],
  ['the plan as closures', { evaluator: 'plan', codeGeneration: 'never' }],
] as const;

describe.each(evaluators)('conformance suite: %s', (_, options) => {
  it.each(cases.map((each) => [`${each.file}: ${each.id}`, each] as const))('%s', (__, each) => {
    expect(differences(each.expect, answerTo(each, options))).toEqual([]);
  });
});

describe('conformance suite', () => {
  it('has a name of its own for each case', () => {
    expect(new Set(cases.map((each) => each.id)).size).toBe(cases.length);
  });
});
