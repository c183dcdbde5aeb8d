import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { guard } from '../harness/guard.ts';
import { hostileTexts } from '../harness/hostileTexts.ts';
import { enterByHand } from '../harness/member.ts';
import { story as plainStory } from '../harness/story.ts';
import { enterRoom, eventually, meet, reads, say } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => [
  '--commands-per-second=1000',
  '--command-burst=1000',
]);

/** CH7 */
const mostEdits = 200;

const NOTHING = { dialogs: [], nodes: [], reports: [] };

const line = ({ page }: Person, text: string) =>
  page.locator('.chat-said').filter({ hasText: text });

/** Opens what can be done with the line that reads `text`, and chooses. */
const choose = async (person: Person, text: string, choice: string): Promise<void> => {
  const one = line(person, text).last();
  await one.hover();
  await one.getByRole('button', { name: 'What to do with this message' }).click();
  await person.page.getByRole('menuitem', { name: choice }).click();
};

const texts = ({ page }: Person) => page.locator('.chat-text').allTextContents();

describe('lines of the chat', () => {
  story('[CH3] what was said is said otherwise', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await say(anna, 'the musik here');
    await reads(jonas, 'the musik here');

    await choose(anna, 'the musik here', 'Edit');
    const field = anna.page.getByRole('textbox', { name: 'Say something' });
    await eventually(async () => expect(await field.inputValue()).toBe('the musik here'));
    await field.fill('the music here');
    await anna.page.getByRole('button', { name: 'Save' }).click();

    await reads(jonas, 'the music here');
    await jonas.page.reload();
    await eventually(async () => expect(await texts(jonas)).toEqual(['the music here (edited)']));
  });

  story('[CH4] a line is taken back, and removed by the host', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await say(anna, 'not this');
    await say(jonas, 'nor this');
    await reads(anna, 'nor this');
    await reads(jonas, 'not this');
    await line(jonas, 'not this').hover();
    await line(jonas, 'not this').getByRole('button', { name: 'What to do with' }).click();
    expect(await jonas.page.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0);
    await jonas.page.keyboard.press('Escape');

    await choose(anna, 'not this', 'Delete');
    await choose(anna, 'nor this', 'Delete');

    for (const person of [anna, jonas]) {
      await reads(person, 'Anna deleted a message');
      await reads(person, 'Anna deleted a message of Jonas');
    }
    await jonas.page.reload();
    await reads(jonas, 'Anna deleted a message of Jonas');
    expect(await texts(jonas)).toEqual([]);
  });

  story('[CH5] an answer shows what it answers', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await say(anna, 'who is that?');
    await reads(jonas, 'who is that?');

    await choose(jonas, 'who is that?', 'Reply');
    await jonas.page.getByText('Replying to Anna').waitFor();
    await say(jonas, 'the gardener');

    const quote = line(anna, 'the gardener').getByRole('button', {
      name: 'Go to the message of Anna',
    });
    await quote.getByText('who is that?').waitFor();
    await quote.click();
    await eventually(async () =>
      expect(await anna.page.evaluate(() => document.activeElement?.textContent)).toContain(
        'who is that?',
      ),
    );
  });

  story('[CH6] an emoji is given and taken back', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await say(anna, 'popcorn?');
    await reads(jonas, 'popcorn?');

    await choose(jonas, 'popcorn?', 'React with 👍');
    const given = (person: Person, count: string) =>
      line(person, 'popcorn?').getByRole('button', { name: `👍, ${count}` });
    await given(anna, '1 person').click();
    await given(jonas, '2 people').click();

    await given(anna, '1 person').waitFor();
  });

  story('[CH3] edits and quotes stay text', async ({ evening, anna }) => {
    const jonas = await evening.person({ name: 'Jonas', withoutCsp: true });
    const damage = [await guard(anna), await guard(jonas)];
    const link = await meet(evening, anna);
    await enterRoom(jonas, link);
    const mallory = await enterByHand(evening.server, link, 'Mallory');
    await mallory.wish({ type: 'say', text: 'hello' });
    const said = await eventually(async () => {
      const id = await line(anna, 'hello').first().getAttribute('id');
      return Number(id?.replace('line-', ''));
    });

    for (const text of hostileTexts) await mallory.wish({ type: 'say', text, to: said });
    for (const text of hostileTexts.slice(-mostEdits)) {
      await mallory.wish({ type: 'edit', line: said, text });
    }

    const newest = hostileTexts.at(-1) ?? '';
    for (const { page } of [anna, jonas]) {
      await eventually(async () => {
        expect(await page.locator('.line-quote span').last().textContent()).toBe(newest);
        expect(await page.locator('.chat-text').count()).toBe(hostileTexts.length + 1);
      });
    }
    expect(await Promise.all(damage.map((tell) => tell()))).toEqual([NOTHING, NOTHING]);
    mallory.close();
  });
});
