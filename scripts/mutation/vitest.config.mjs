import { defineConfig } from 'vitest/config';

/** The tests that mutants of the evaluator must not survive: the conformance suite, and what it leaves to an implementation: texts of errors, what is listed as unverified, the run beside its result string. */
export default defineConfig({
  test: {
    include: [
      'test/conformance/conformance.test.ts',
      'test/evaluator/{unverified,error-texts,run-outcome}.test.ts',
    ],
    testTimeout: 30_000,
  },
});
