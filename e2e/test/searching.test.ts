import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { enterByHand } from '../harness/member.ts';
import { story as plainStory } from '../harness/story.ts';
import { eventually, meet, reads } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => [
  '--commands-per-second=1000',
  '--command-burst=1000',
]);

const line = ({ page }: Person, text: string) =>
  page.locator('.chat-said').filter({ hasText: text });

/** The revision of the line that reads `text`. */
const revision = async (person: Person, text: string): Promise<number> => {
  const id = await line(person, text).first().getAttribute('id');
  return Number(id?.replace('line-', ''));
};

const field = ({ page }: Person) => page.getByRole('searchbox', { name: 'Search messages' });
const found = ({ page }: Person) => page.getByRole('list', { name: 'Messages found' });

const search = async (person: Person, text: string): Promise<void> => {
  if (!(await field(person).isVisible()))
    await person.page.getByRole('button', { name: 'Search messages' }).click();
  await field(person).fill(text);
};

const finds = (person: Person, texts: readonly string[]) =>
  eventually(async () =>
    expect(await found(person).locator('.found-text').allTextContents()).toEqual(texts),
  );

const focused = ({ page }: Person) => page.evaluate(() => document.activeElement?.textContent);

/** Does the chat show it, and nothing cover it? */
const isInSight = (person: Person, text: string) =>
  line(person, text)
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });

describe('searching the chat', () => {
  story(
    '[CH9] a line is found as it reads now, and its place in the conversation by a click',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna, jonas);
      const cleo = await enterByHand(evening.server, link, 'Cleo');
      const said = new Map([
        [10, 'Die STRASSE nach Rom'],
        [20, 'the secret plan'],
        [30, 'helo from afar'],
      ]);
      for (let i = 1; i <= 300; i += 1)
        await cleo.wish({ type: 'say', text: said.get(i) ?? `message ${i}` });
      await reads(anna, 'message 300');
      await cleo.wish({ type: 'removeLine', line: await revision(anna, 'the secret plan') });
      const helo = await revision(anna, 'helo from afar');
      await cleo.wish({ type: 'edit', line: helo, text: 'hello from afar' });
      await jonas.page.reload();
      await reads(jonas, 'message 300');

      await search(jonas, 'straß');
      await finds(jonas, ['Die STRASSE nach Rom']);
      expect(await found(jonas).locator('mark').allTextContents()).toEqual(['STRASSE']);
      await search(jonas, 'helo');
      await jonas.page.getByText('Nobody has said that here.').waitFor();
      await search(jonas, 'secret');
      await jonas.page.getByText('Nobody has said that here.').waitFor();
      await search(jonas, 'from HELLO');
      await finds(jonas, ['hello from afar']);
      await found(jonas).getByRole('button').click();

      await eventually(async () => expect(await focused(jonas)).toContain('hello from afar'));
      expect(await isInSight(jonas, 'hello from afar')).toBe(true);
      expect(await line(jonas, 'message 300').count()).toBe(0);
      await jonas.page.getByRole('button', { name: 'To the newest' }).click();
      await eventually(async () => expect(await isInSight(jonas, 'message 300')).toBe(true));
    },
  );

  story('[CH9] from an old line one reads on to the newest', async ({ evening, anna, jonas }) => {
    const link = await meet(evening, anna, jonas);
    const cleo = await enterByHand(evening.server, link, 'Cleo');
    for (let i = 1; i <= 250; i += 1) await cleo.wish({ type: 'say', text: `message ${i} ends` });
    await jonas.page.reload();
    await reads(jonas, 'message 250 ends');

    await search(jonas, '60');
    await found(jonas).getByRole('button').click();
    await eventually(async () => expect(await isInSight(jonas, 'message 60 ends')).toBe(true));
    for (const text of ['message 1 ends', 'message 250 ends']) {
      const list = jonas.page.getByRole('list', { name: 'Messages' });
      await eventually(async () => {
        await list.press(text === 'message 1 ends' ? 'Home' : 'End');
        expect(await line(jonas, text).count()).toBe(1);
      });
    }
    const all = await jonas.page.locator('.chat-text').allTextContents();

    expect(all).toEqual(Array.from({ length: 250 }, (_, i) => `message ${i + 1} ends`));
    expect(await jonas.page.getByRole('button', { name: 'To the newest' }).count()).toBe(0);
  });

  story(
    '[CH9] keys alone do for it, more comes by scrolling, and what fails is tried again',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna, jonas);
      const cleo = await enterByHand(evening.server, link, 'Cleo');
      for (let i = 1; i <= 60; i += 1) await cleo.wish({ type: 'say', text: `message ${i}` });
      await reads(anna, 'message 60');
      const { page } = anna;

      await page.locator('body').press('s');
      await field(anna).waitFor();
      await page.keyboard.type('mess');
      await finds(
        anna,
        Array.from({ length: 20 }, (_, i) => `message ${60 - i}`),
      );
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await focused(anna)).toContain('message 59');
      await page.keyboard.press('Enter');
      await eventually(async () => expect(await isInSight(anna, 'message 59')).toBe(true));

      await search(anna, 'mess');
      await eventually(async () => {
        await found(anna).getByRole('button').last().scrollIntoViewIfNeeded();
        expect(await found(anna).getByRole('button').count()).toBe(60);
      });
      await page.getByText('60 messages found').waitFor();
      await page.route('**/chat/search?**', (route) => route.abort());
      await search(anna, 'message 7');
      await page.getByText('The search did not get through.').waitFor();
      await page.unroute('**/chat/search?**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await finds(anna, ['message 7']);
      await search(anna, ' * ');
      await page.getByText('Finds messages in which all these words stand.').waitFor();
      await search(anna, 'a b c d e f g h i j k');
      await page.getByText('Ten words at most.').waitFor();

      await page.keyboard.press('Escape');
      await field(anna).waitFor({ state: 'detached' });
      const opener = page.getByRole('button', { name: 'Search messages' });
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    },
  );
});
