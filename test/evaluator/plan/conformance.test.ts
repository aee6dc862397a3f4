import { expect, it } from 'vitest';

import { answerTo, casesIn } from '../../conformance/run-case.js';

it.each(['always', 'never'] as const)(
  'answers every conformance case as the interpreter does, code generation: %s',
  (codeGeneration) => {
    for (const each of casesIn('grammar/conformance')) {
      const options = { evaluator: 'plan', codeGeneration } as const;
      expect(answerTo(each, options), each.id).toEqual(answerTo(each));
    }
  },
);
