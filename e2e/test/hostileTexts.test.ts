import { describe, expect } from 'vitest';
import { guard } from '../harness/guard.ts';
import { hostileTexts } from '../harness/hostileTexts.ts';
import { enterByHand } from '../harness/member.ts';
import { story as plainStory } from '../harness/story.ts';
import { enterRoom, eventually, meet } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => [
  '--commands-per-second=1000',
  '--command-burst=1000',
]);

const NOTHING = { dialogs: [], nodes: [], reports: [] };
const longestName = 40;
/** Browsers refuse this port at once. */
const UNREACHABLE = 'http://127.0.0.1:9';

// Anna's page has its Content-Security-Policy. Jonas's has none: there nothing but the escaping of the page itself protects him.
describe('text of people stays text', () => {
  story(
    `names, titles, addresses and messages of a member: ${hostileTexts.length} attacks`,
    async ({ evening, anna }) => {
      const jonas = await evening.person({ name: 'Jonas', withoutCsp: true });
      const damage = [await guard(anna), await guard(jonas)];
      const link = await meet(evening, anna);
      await enterRoom(jonas, link);
      const mallory = await enterByHand(evening.server, link, 'Mallory');

      const happened: string[] = [];
      let before = 'Mallory';
      for (const [index, text] of hostileTexts.entries()) {
        const name = text.slice(-longestName).trim();
        const url = `${UNREACHABLE}/${encodeURI(text)}.mp4`;
        await mallory.wish({ type: 'rename', name });
        await mallory.wish({ type: 'say', text });
        await mallory.wish({ type: 'load', media: { ref: { type: 'address', url }, title: text } });
        happened.push(`${before} is now ${name}`, `${name} chose ${text}`);
        before = name;
        if (index % 10 === 9) {
          await Promise.all(
            [anna, jonas].map(({ page }) => page.waitForFunction(shows, { text, name })),
          );
        }
      }

      for (const { page } of [anna, jonas]) {
        await eventually(async () => {
          expect(await page.locator('.chat-text').allTextContents()).toEqual(hostileTexts);
          const told = await page.locator('.chat-happened').allTextContents();
          expect(told.slice(-happened.length)).toEqual(happened);
        });
      }
      expect(await Promise.all(damage.map((tell) => tell()))).toEqual([NOTHING, NOTHING]);
      mallory.close();
    },
  );

  story(
    `the names of files and the parameters of links: ${hostileTexts.length} attacks`,
    async ({ evening, anna }) => {
      const jonas = await evening.person({ name: 'Jonas', withoutCsp: true });
      for (const person of [anna, jonas]) {
        const { page } = person;
        const damage = await guard(person);
        await page.route('**/api/uploads*', () => {});
        await page.route('**/api/rooms', (route) =>
          route.fulfill({ status: 500, json: { type: hostileTexts[3], detail: hostileTexts[3] } }),
        );
        await page.goto(evening.server.url);
        await page.getByRole('button', { name: 'Watch together' }).waitFor();

        for (const text of hostileTexts) {
          await page.evaluate(dropFile, text);
          await page.waitForFunction(isUploading, text);
          await page.locator('.upload button').last().click();
        }
        await page.evaluate(followLinks, hostileTexts);

        await page.getByText('The room could not be opened').waitFor();
        expect(await damage()).toEqual(NOTHING);
      }
    },
  );

  story('the guard sees what an attack that succeeds would do', async ({ evening }) => {
    const anna = await evening.person({ attacked: true });
    const jonas = await evening.person({ name: 'Jonas', withoutCsp: true });
    const damage = [await guard(anna), await guard(jonas)];
    for (const { page } of [anna, jonas]) {
      await page.goto(evening.server.url);

      await page.evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>');
      });
    }

    const nodes = ['<img src="x" onerror="alert(1)">'];
    await eventually(async () => {
      const [withCsp, without] = await Promise.all(damage.map((tell) => tell()));
      expect(withCsp).toMatchObject({ dialogs: [], nodes });
      expect(withCsp?.reports.join()).toContain('script-src-attr inline');
      expect(without).toEqual({ dialogs: ['1'], nodes, reports: [] });
    });
  });
});

/** Runs in the page: does it show `text` as the film's title, and `name` among the people? */
function shows({ text, name }: { text: string; name: string }): boolean {
  return (
    document.querySelector('.film-line h1')?.textContent === text &&
    document.title === `${text} · Matinee` &&
    ['.room-facts', '.people'].every((place) =>
      document.querySelector(place)?.textContent?.includes(name),
    )
  );
}

/** Runs in the page: drops a file of this name on it. */
function dropFile(name: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['film'], name, { type: 'video/mp4' }));
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));
}

/** Runs in the page: does it say that it uploads a file of this name? */
function isUploading(name: string): boolean {
  return document.querySelector('.upload-name')?.textContent === name;
}

/** Runs in the page: follows links of /new with each text as title, as address, and as part of an address. */
async function followLinks(texts: readonly string[]): Promise<void> {
  for (const text of texts.map(encodeURIComponent)) {
    for (const media of [text, `https://example.org/${text}`]) {
      history.pushState(null, '', `/new?media=${media}&title=${text}`);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
  }
}
