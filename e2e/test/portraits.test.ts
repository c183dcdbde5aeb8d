import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { withTelephone } from '../harness/companion.ts';
import { TARGET } from '../harness/paths.ts';
import { register } from '../harness/registering.ts';
import { story } from '../harness/story.ts';
import { enterRoom, eventually, meet, people, reads, say } from '../harness/watching.ts';

/** Makes an account that shows what stands on the screen. */
const registerWithPicture = async (person: Person, url: string): Promise<void> => {
  const { page } = person;
  await register(person, url);
  await page.getByRole('link', { name: 'Your account' }).click();
  const buffer = await page.screenshot();
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await page.getByRole('button', { name: 'Remove' }).waitFor();
};

const seesPicture = (where: Locator): Promise<void> =>
  eventually(async () => {
    const image = where.locator('.avatar img').first();
    expect(await image.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBe(64);
  });

const row = (person: Person, name: string) => people(person).filter({ hasText: name });

const line = ({ page }: Person, text: string) =>
  page.locator('.chat-said').filter({ hasText: text });

describe('[A-16] who is in a room', () => {
  story(
    'sees the pictures of those who have one, in the list, the chat and on a second screen, and initials of others',
    async ({ evening, anna, jonas }) => {
      await registerWithPicture(anna, evening.server.url);
      const link = await meet(evening, anna);
      await enterRoom(jonas, link);
      await say(anna, 'look at me');
      await say(jonas, 'a fine hat');
      await reads(anna, 'a fine hat');

      for (const person of [anna, jonas]) {
        await seesPicture(row(person, 'Anna'));
        await seesPicture(line(person, 'look at me'));
        expect(await row(person, 'Jonas').locator('.avatar').innerText()).toBe('J');
        expect(await line(person, 'a fine hat').locator('.avatar').innerText()).toBe('J');
      }
      await jonas.page.screenshot({ path: join(TARGET, 'pictures', 'room-with-picture.png') });
      const phone = await withTelephone(evening, jonas);
      await seesPicture(phone.page.locator('.faces'));
      await seesPicture(line(phone, 'look at me'));
      await phone.page.screenshot({ path: join(TARGET, 'pictures', 'companion-with-picture.png') });
    },
  );
});
