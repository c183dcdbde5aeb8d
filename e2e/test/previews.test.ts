import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { register } from '../harness/registering.ts';
import { story as plainStory } from '../harness/story.ts';
import { allLoaded, enterRoom, eventually, giveName, openRoom } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--previews=on']);

/** What a server would say of sites on the web: none of them is on this machine. */
const answers: Readonly<Record<string, object>> = {
  'https://films.example/sea.mp4': { kind: 'film', contentType: 'video/mp4', title: 'sea' },
  'https://films.example/sea.m3u8': {
    kind: 'film',
    contentType: 'application/vnd.apple.mpegurl',
    title: 'sea',
    lengthMs: 5_640_000,
  },
  'https://films.example/watch': { kind: 'page', title: '<b>The Sea</b>, all of it' },
  'https://films.example/poster.png': { kind: 'other' },
  'https://films.example/gone': { kind: 'unread', why: 'not_found' },
  'https://films.example/members': { kind: 'unread', why: 'not_allowed' },
};

const words: Readonly<Record<string, string>> = {
  'https://films.example/sea.mp4': 'seaA film · MP4',
  'https://films.example/sea.m3u8': 'seaA film · HLS · 1:34:00',
  'https://films.example/watch':
    '<b>The Sea</b>, all of itThis is a page, not a film: what it shows plays on it alone.',
  'https://films.example/poster.png': 'There is neither a film nor a stream at this address.',
  'https://films.example/gone': 'The site has nothing at this address.',
  'https://films.example/members': 'The site shows this to those alone whom it knows',
};

/** Answers in the server's place; gives what was asked, in its order. */
const answering = async ({ page }: Person): Promise<readonly string[]> => {
  const asked: string[] = [];
  await page.route('**/previews', (route) => {
    const { address } = route.request().postDataJSON();
    asked.push(address);
    return route.fulfill({ json: answers[address] ?? { kind: 'unread', why: 'no_answer' } });
  });
  return asked;
};

const told = ({ page }: Person) => page.locator('.preview[data-kind]:not(:empty)');

describe('a pasted address', () => {
  story('is told what it is before it is put on, in a room', async ({ evening, anna }) => {
    const { page } = anna;
    await answering(anna);
    await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await page.getByRole('button', { name: 'Change the film' }).first().click();
    const field = page.getByRole('dialog').getByRole('textbox');

    for (const [address, text] of Object.entries(words)) {
      await field.fill(address);

      await page.getByRole('status').filter({ hasText: text }).waitFor();
      await eventually(async () => expect(await page.evaluate(faintTexts)).toEqual([]));
    }
    await field.fill(evening.filmUrl);
    await field.press('Enter');
    await allLoaded(anna);
  });

  story(
    'is told what it is where something is put in the queue, and what was asked before is heard no more',
    async ({ evening, anna, jonas }) => {
      const { page } = jonas;
      const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
      await enterRoom(jonas, link);
      let answer = (): void => {};
      const slow = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/previews', async (route) => {
        const { address } = route.request().postDataJSON();
        if (address.endsWith('/watch')) await slow;
        await route.fulfill({ json: answers[address] }).catch(() => {});
      });
      await page.getByRole('button', { name: 'Up next', expanded: false }).click();
      const field = page.getByRole('region', { name: 'Up next' }).getByRole('textbox');

      await field.fill('https://films.example/watch');
      await page.getByText('Looking what this is').waitFor();
      await field.fill('https://films.example/sea.mp4');
      await told(jonas).filter({ hasText: 'A film · MP4' }).waitFor();
      answer();
      await field.fill('https://films.example/gone');

      await told(jonas).filter({ hasText: 'The site has nothing' }).waitFor();
      expect(await page.getByText('This is a page').count()).toBe(0);
    },
  );

  story(
    'is told at home to who is signed in, by the server itself, which does not go inside; it plays all the same',
    async ({ evening, anna, jonas }) => {
      const { page } = anna;
      await register(anna, evening.server.url);
      await page.goto(evening.server.url);
      const field = page.getByRole('textbox', { name: 'Address of a film' });
      await field.fill(evening.filmUrl);
      await told(anna).filter({ hasText: 'The server got no answer there.' }).waitFor();
      await eventually(async () => expect(await page.evaluate(faintTexts)).toEqual([]));

      await field.press('Enter');
      await giveName(anna, 'Anna');
      await allLoaded(anna);

      const asked = await answering(jonas);
      await jonas.page.goto(evening.server.url);
      await jonas.page
        .getByRole('textbox', { name: 'Address of a film' })
        .fill('https://films.example/watch');
      await jonas.page.getByRole('button', { name: 'Watch together' }).click();
      await jonas.page.waitForURL(/\/r\//u);
      expect(asked).toEqual([]);
    },
  );

  story('is asked for once where the server tells nothing', async ({ evening, anna }) => {
    const { page } = anna;
    let asked = 0;
    await page.route('**/previews', (route) => {
      asked += 1;
      return route.fulfill({ status: 404, json: { type: 'urn:matinee:problem:no-previews' } });
    });
    await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await page.getByRole('button', { name: 'Change the film' }).first().click();
    const field = page.getByRole('dialog').getByRole('textbox');
    const first = page.waitForResponse('**/previews');
    await field.fill('https://films.example/sea.mp4');
    await first;

    await page.clock.install();
    await field.fill('https://films.example/watch');
    await page.clock.runFor(10_000);
    await page.evaluate(async () => (await fetch('/api/here')).status);

    expect(asked).toBe(1);
  });
});
