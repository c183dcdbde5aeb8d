import { defineConfig } from 'vitest/config';

// Time is virtual in these tests; the limit is for a machine that is slow and busy.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
});
