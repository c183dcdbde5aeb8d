import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../harness/browser.ts';
import { looksWell } from '../harness/looks.ts';
import { mailStory as story } from '../harness/mailStory.ts';
import type { PostOffice } from '../harness/postOffice.ts';
import { giveName, meet } from '../harness/watching.ts';

describe('invitations by letter', () => {
  story(
    '[AC2] who gets one comes in by its link, who does not come says so, and the host sees both',
    async ({ evening, post, anna, jonas }) => {
      const { url } = evening.server;
      await register(anna, url, post);
      await meet(evening, anna);
      const [ben, eve] = [fresh(), fresh()];

      await openLetters(anna);
      await anna.page.getByLabel('E-mail addresses').fill(`${ben}, ${eve} ${ben.toUpperCase()}`);
      await anna.page.getByLabel('A line of your own').fill('Bring popcorn, see popcorn.example');
      await looksWell(anna, 'letters-form');
      await anna.page.getByRole('button', { name: 'Send invitations' }).click();
      await anna.page.getByText('2 invitations are on their way').waitFor();
      await looksWell(anna, 'letters-sent');
      await anna.page.getByRole('button', { name: 'To the list' }).click();
      await rowOf(anna, ben).getByText('pending').waitFor();

      const letter = await post.letterTo(ben);
      expect(letter.subject).toBe('Anna invites you to watch together');
      expect(letter.text).toContain('Bring popcorn');
      expect(letter.text).not.toContain('popcorn.example');
      await jonas.page.goto(url + linkIn(letter.text, 'r'));
      await jonas.page.getByText('You are invited.').waitFor();
      await giveName(jonas, 'Jonas');
      const other = await evening.person({ name: 'Eve', viewport: PHONE, touch: true });
      await other.page.goto(url + linkIn((await post.letterTo(eve)).text, 'r'));
      await other.page.getByText('You are invited.').waitFor();
      await looksWell(other, 'letters-gate');
      await other.page.getByRole('button', { name: 'I am not coming' }).click();
      await other.page.getByRole('heading', { name: 'You have declined' }).waitFor();

      await rowOf(anna, ben).getByText('accepted by Jonas').waitFor();
      await rowOf(anna, eve).getByText('declined').waitFor();
      await looksWell(anna, 'letters-list');
      await anna.page.getByRole('button', { name: `Send again: ${eve}` }).click();
      await other.page.goto(url + linkIn((await post.letterTo(eve, 2)).text, 'r'));
      await giveName(other, 'Eve');
      await rowOf(anna, eve).getByText('accepted by Eve').waitFor();
    },
  );

  story(
    '[W-16] who wants no more gets none, and the host gives the link',
    async ({ evening, post, anna, jonas }) => {
      const { url } = evening.server;
      await register(anna, url, post);
      await meet(evening, anna);
      const ben = fresh();
      await openLetters(anna);
      await send(anna, ben);
      await anna.page.getByRole('button', { name: 'To the list' }).click();

      await jonas.page.goto(url + linkIn((await post.letterTo(ben)).text, 'no-letters'));
      await looksWell(jonas, 'letters-stop');
      await jonas.page.getByRole('button', { name: 'Get no more invitations' }).click();
      await jonas.page.getByText('You get no more invitations by e-mail.').waitFor();
      await anna.page.getByRole('button', { name: 'Invite by e-mail' }).click();
      await send(anna, ben);

      await anna.page.getByText('No letter was sent to 1 address').waitFor();
      await looksWell(anna, 'letters-unsent');
      const link = await anna.page.getByLabel(`Link for ${ben}`).inputValue();
      await jonas.page.goto(url + new URL(link).pathname + new URL(link).hash);
      await giveName(jonas, 'Jonas');
    },
  );

  story(
    'are for who is signed in, and what is no address is pointed at',
    async ({ evening, post, anna, jonas }) => {
      await jonas.page.setViewportSize(PHONE);
      await meet(evening, jonas);
      await openLetters(jonas);
      await jonas.page.getByRole('link', { name: 'Sign in to invite by e-mail' }).waitFor();
      await looksWell(jonas, 'letters-signed-out');

      await register(anna, evening.server.url, post);
      await anna.page.setViewportSize(PHONE);
      await meet(evening, anna);
      await openLetters(anna);
      await send(anna, 'ben@example.org and eve@example.org');
      await anna.page.getByText('“and” is no e-mail address').waitFor();
      await looksWell(anna, 'letters-wrong');
      await send(anna, ' ');
      await anna.page.getByText('Write at least one address.').waitFor();
    },
  );
});

const fresh = (): string => `${randomUUID()}@example.org`;

/** The path of the link in a letter that leads to this page. */
const linkIn = (text: string, page: string): string => {
  const found = new RegExp(`https://matinee\\.example\\.org(/${page}\\S+)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no link in: ${text}`);
  return found;
};

/** Makes an account, and confirms its address. */
const register = async ({ page }: Person, url: string, post: PostOffice): Promise<void> => {
  const email = fresh();
  await page.goto(`${url}/register`);
  await page.getByLabel('Name').fill('Anna');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('a matinee at eight');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('link', { name: 'Your account' }).waitFor();
  await page.goto(url + linkIn((await post.letterTo(email)).text, 'confirm'));
  await page.getByText('Your address is confirmed.').waitFor();
};

const openLetters = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('button', { name: 'Invitations' }).click();
  await page.getByRole('button', { name: 'Invite by e-mail' }).click();
};

const send = async ({ page }: Person, addresses: string): Promise<void> => {
  await page.getByLabel('E-mail addresses').fill(addresses);
  await page.getByRole('button', { name: 'Send invitations' }).click();
};

const rowOf = ({ page }: Person, address: string) =>
  page.getByRole('listitem').filter({ hasText: address });
