import { describe, expect } from 'vitest';
import { leniency } from '../../harness/limits.ts';
import { record, skewOf, textOf } from '../../harness/meter.ts';
import { goIn, plan, register } from '../../harness/planning.ts';
import { story } from '../../harness/story.ts';
import { allLoaded, isPast } from '../../harness/watching.ts';

const CONVERGED_S = 2;
const TOGETHER_MS = 20;

describe('a planned evening', () => {
  story('is in step soon after it began by itself', async ({ evening, anna, jonas }) => {
    await register(anna, evening.server.url, 'Anna');
    await jonas.page.goto(await plan(anna, evening, 20));
    await goIn(anna, 'Come in', 'Anna');
    await goIn(jonas, 'Come in', 'Jonas');
    await allLoaded(anna, jonas);
    let convergedAt = 0;

    const { traces } = await record([anna, jonas], async () => {
      await isPast(anna, CONVERGED_S);
      convergedAt = performance.now();
      await isPast(anna, CONVERGED_S + 8);
    });

    const skew = skewOf(traces, 'media', convergedAt);
    console.log(`after the beginning: media ${textOf(skew)}`);
    expect(skew.samples).toBeGreaterThan(50);
    expect(skew.p95).toBeLessThanOrEqual(TOGETHER_MS * leniency());
  });
});
