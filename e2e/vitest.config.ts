import { defineConfig } from 'vitest/config';

// Browsers and servers share the machine's cores: one story after the other.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
