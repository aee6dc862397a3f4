import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine with other work takes longer than the usual second to answer.
    expect: { poll: { timeout: 10_000 } },
  },
});
