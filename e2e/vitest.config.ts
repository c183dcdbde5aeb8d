import { defineConfig } from 'vitest/config';
import { STORY_MS } from './harness/limits.ts';

// Browsers and servers share the machine's cores: one story after the other.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: STORY_MS,
    hookTimeout: STORY_MS,
  },
});
