import { defineConfig } from 'vitest/config';

/** The tests that mutants of the evaluator must not survive: the conformance suite, and what a run lists as unverified. */
export default defineConfig({
  test: {
    include: ['test/conformance/**/*.test.ts', 'test/evaluator/unverified.test.ts'],
    testTimeout: 30_000,
  },
});
