import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { faintTexts } from '../harness/legible.ts';
import { story } from '../harness/story.ts';
import {
  enterRoom,
  eventually,
  meet,
  people,
  press,
  reads,
  say,
  shows,
  watch,
} from '../harness/watching.ts';

describe('for everyone', () => {
  story('every text is legible', async ({ evening, anna, jonas }) => {
    const { page } = anna;
    const isLegible = () =>
      eventually(async () => expect(await page.evaluate(faintTexts)).toEqual([]));
    await page.goto(evening.server.url);
    await page.getByRole('button', { name: 'Watch together' }).click();
    await page.getByRole('alert').waitFor();
    await isLegible();

    await watch(evening, anna, jonas);
    await say(jonas, 'look at 0:42, and at https://example.org');
    await reads(anna, 'look at 0:42');
    await isLegible();
    for (const name of ['Invite', 'Settings', 'Everyone controls']) {
      await page.getByRole('button', { name }).click();
      await page.locator('dialog[open], .floating').waitFor();
      await isLegible();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open], .floating').waitFor({ state: 'detached' });
    }
    await page.locator('body').press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await isLegible();
  });

  story(
    'the keyboard reaches everything, in the order of reading, and shows where it is',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      const { page } = anna;
      await page.getByRole('button', { name: 'What to do with Jonas' }).waitFor();
      await page.locator('body').press('Escape');

      const reached: string[] = [];
      const unmarked: unknown[] = [];
      do {
        await page.keyboard.press('Tab');
        reached.push(await focused(page));
        if (!(await page.evaluate(marksFocus))) unmarked.push(reached.at(-1));
      } while (reached.at(-1) !== 'the page' && reached.length < 30);

      expect(reached).toEqual([
        'Matinee, to the home page',
        'Settings',
        'Hide the side panel',
        'Everyone controls',
        'Invite',
        'Position in the film',
        'Play',
        'Mute',
        'Volume',
        'React',
        'Speed: 1×',
        'Subtitles',
        'Picture in picture',
        'Full screen',
        'in-step',
        'Change the film',
        'What to do with Jonas',
        'Up next',
        'Search messages',
        'Messages',
        'Say something',
        'Write about this moment',
        'the page',
      ]);
      expect(unmarked).toEqual(['the page']);
    },
  );

  story('a dialog keeps the keyboard in, and gives it back', async ({ evening, anna }) => {
    await meet(evening, anna);
    const { page } = anna;
    await page.getByRole('button', { name: 'Invite' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Invite' }).waitFor();

    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() => document.activeElement?.matches('dialog *, body') === true),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');

    await page.getByRole('dialog', { name: 'Invite' }).waitFor({ state: 'detached' });
    await eventually(async () => expect(await focused(page)).toBe('Invite'));
  });

  story('people, waiting and messages are said politely', async ({ evening, anna, jonas }) => {
    const link = await meet(evening, anna);
    const hears = (text: string, act: () => Promise<void>) =>
      shows(anna, text, act, '[role=status]');

    await jonas.page.route('**/film.mp4', () => {});
    await hears('Jonas came in', () => enterRoom(jonas, link));
    await hears('Jonas: good evening', () => say(jonas, 'good evening'));
    await hears('Waiting for Jonas', () => press(anna, 'Play'));
  });

  story('who asks for less motion gets none', async ({ evening }) => {
    const anna = await evening.person({ lessMotion: true });
    await meet(evening, anna);
    await people(anna).first().waitFor();

    expect(await anna.page.evaluate(longestMotionS)).toBeLessThanOrEqual(0.0001);
  });

  story(
    'a link shows what it leads to, also where no scripts are allowed',
    async ({ evening, anna }) => {
      const link = await meet(evening, anna);

      const html = await (await fetch(link)).text();
      const icon = await fetch(`${evening.server.url}/favicon.svg`);

      expect(html).toContain('<title>Matinee</title>');
      expect(html).toMatch(/<noscript>.*JavaScript.*<\/noscript>/s);
      expect(html).toMatch(/<meta\s+name="description"\s+content="[^"]{20,}"/);
      expect(html).toMatch(/<meta\s+property="og:title"\s+content="[^"]+"/);
      expect(html).toMatch(/<meta\s+property="og:description"\s+content="[^"]+"/);
      expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
      await eventually(async () => expect(await anna.page.title()).toBe('film · Matinee'));
    },
  );
});

/** What the element with the focus is called. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'the page';
    const name = element.getAttribute('aria-label') ?? element.getAttribute('data-testid');
    return name ?? element.textContent?.trim() ?? element.tagName;
  });
}

/** Runs in the page: has what has the focus an outline, or what stands about it, such as the box of a field or the track of a slider? */
function marksFocus(): boolean {
  const active = document.activeElement;
  const around = active?.parentElement;
  return [active, around, ...(around?.children ?? [])].some((element) =>
    ['', '::before', '::after'].some((part) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    }),
  );
}

/** Runs in the page: how long the longest animation or transition of any element takes, in seconds. */
function longestMotionS(): number {
  return Math.max(
    ...[...document.querySelectorAll('*')].flatMap((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element);
      return `${animationDuration},${transitionDuration}`
        .split(',')
        .map((time) => Number.parseFloat(time) || 0);
    }),
  );
}
