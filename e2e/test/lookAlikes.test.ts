import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { story } from '../harness/story.ts';
import { enterRoom, eventually, openRoom, reads, say } from '../harness/watching.ts';

const names = ({ page }: Person) => page.locator('.person .shown-name').allTextContents();

describe('names that look alike', () => {
  story(
    '[ME5] are told apart on every page, in the list, the chat and mentions',
    async ({ evening, anna, jonas }) => {
      const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
      await say(anna, 'it is me');

      await enterRoom(jonas, link, 'Аnnа');
      await say(jonas, 'no, me');

      await reads(anna, 'no, me');
      await eventually(async () => expect(await names(anna)).toHaveLength(2));
      const [first = '', second = ''] = await names(anna);
      expect(first).toMatch(/^Anna #\d{4,}$/u);
      expect(second).toMatch(/^Аnnа #\d{4,}$/u);
      expect(first.slice(-4)).not.toBe(second.slice(-4));
      await eventually(async () => expect(await names(jonas)).toEqual([first, second]));
      for (const { page } of [anna, jonas]) {
        const speakers = page.locator('.chat-head .shown-name');
        await eventually(async () =>
          expect(await speakers.allTextContents()).toEqual([first, second]),
        );
        await page.getByText(`${second} came in`).first().waitFor({ state: 'attached' });
      }

      const field = anna.page.getByRole('textbox', { name: 'Say something' });
      await field.pressSequentially('@');
      await anna.page.getByRole('option', { name: second }).waitFor();
      await anna.page.keyboard.press('Enter');
      await anna.page.keyboard.press('Enter');
      await jonas.page.locator('.chat-mention', { hasText: second }).waitFor();
    },
  );

  story('[ME5] keep their tag where a name is cut off', async ({ evening, anna, jonas }) => {
    const long = 'Anna Magdalena von und zu Hohenlohe-Weik';
    const link = await openRoom(anna, evening.server.url, long, evening.filmUrl);
    await enterRoom(jonas, link, long.toUpperCase());
    await say(anna, 'me');
    const row = anna.page.locator('.person').first();

    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      await anna.page.setViewportSize({ width, height });
      if (width === 390) await anna.page.getByRole('button', { name: 'People · 2' }).click();
      await eventually(async () => {
        const tag = await row.locator('.shown-tag').boundingBox();
        const whole = await row.boundingBox();
        expect(tag?.width).toBeGreaterThan(30);
        expect((tag?.x ?? 0) + (tag?.width ?? 0)).toBeLessThan(
          (whole?.x ?? 0) + (whole?.width ?? 0),
        );
      });
    }
  });
});
