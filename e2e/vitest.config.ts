import { defineConfig } from 'vitest/config';
import { STORY_MS } from './harness/limits.ts';
import { TRACES } from './harness/paths.ts';

export default defineConfig({
  test: {
    globalSetup: 'harness/films.ts',
    // What the rooms of every story do is written down, for the specification to judge: `./dev test` ends with it.
    env: { MATINEE_TRACE: TRACES },
    testTimeout: STORY_MS,
    hookTimeout: STORY_MS,
    projects: [
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['test/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Being in step, and whatever else wants the machine's cores to itself: one story after the other.
        extends: true,
        test: {
          name: 'alone',
          include: ['test/alone/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
