import { defineConfig } from 'vitest/config';
import { STORY_MS } from './harness/limits.ts';
import { TRACES } from './harness/paths.ts';

// Browsers and servers share the machine's cores: one story after the other.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false,
    // What the rooms of every story do is written down, for the specification to judge: `./dev test` ends with it.
    env: { MATINEE_TRACE: TRACES },
    testTimeout: STORY_MS,
    hookTimeout: STORY_MS,
  },
});
