import { defineConfig } from 'vitest/config';

/** The tests that mutants of the evaluator must not survive: the conformance suite and the properties. */
export default defineConfig({
  test: {
    include: ['test/conformance/**/*.test.ts', 'test/evaluator/properties/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
