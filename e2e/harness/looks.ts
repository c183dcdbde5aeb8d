import { join } from 'node:path';
import { expect } from 'vitest';
import type { Person } from './browser.ts';
import { faintTexts } from './legible.ts';
import { TARGET } from './paths.ts';
import { eventually } from './watching.ts';

/** A picture for people to look at; and nothing is faint, or wider than the page. */
export const looksWell = async ({ page }: Pick<Person, 'page'>, name: string): Promise<void> => {
  await page.screenshot({ path: join(TARGET, 'pictures', `${name}.png`) });
  await eventually(async () => {
    expect(await page.evaluate(faintTexts)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );
  });
};
