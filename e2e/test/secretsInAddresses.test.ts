import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { companionLink, openCompanion, telephone } from '../harness/companion.ts';
import { smallFilm } from '../harness/film.ts';
import { mailStory as story } from '../harness/mailStory.ts';
import type { PostOffice } from '../harness/postOffice.ts';
import { type Traffic, trafficOf } from '../harness/traffic.ts';
import { allLoaded, eventually, giveName } from '../harness/watching.ts';

const passwords = {
  first: 'a matinee at eight',
  second: 'another matinee',
  ofRoom: 'correct horse',
};

/** By what people show who they are; a pass is shown as an access token is. */
const NAMES = [
  ...['Bearer', 'matinee-browser', 'matinee-device', 'matinee-session'],
  ...['password', 'token', 'invitation'],
];

describe('addresses', () => {
  story(
    '[V-02] have no secret in them, wherever a letter or a link leads',
    async ({ evening, post, anna, jonas }) => {
      const { url } = evening.server;
      const ben = await evening.person({ name: 'Ben' });
      const phone = await telephone(evening, 'Anna');
      const all = [anna, jonas, ben, phone].map(trafficOf);

      const letters = await goThroughLetters(post, url, anna, jonas);
      const link = await openFilm(anna, url);
      const invitation = await invite(anna);
      await setPassword(anna);
      await comeByPassword(jonas, link);
      await ben.page.goto(link + new URL(invitation).hash);
      await giveName(ben, 'Ben');
      const companion = link + new URL(await companionLink(anna)).hash;
      await openCompanion(phone, companion.replace('#', '/companion#'));
      await allLoaded(anna, jonas, ben);
      await Promise.all(all.map((one) => one.settled()));

      const secrets = new Map(all.flatMap((one) => [...one.secrets]));
      expect([...secrets.values()]).toEqual(expect.arrayContaining(NAMES));
      for (const shown of [...Object.values(passwords), ...letters])
        expect(secrets.has(shown)).toBe(true);
      const addresses = all.flatMap((one) => one.addresses);
      expect(addresses.length).toBeGreaterThan(100);
      expect(addresses.filter((address) => tells(address, secrets.keys()))).toEqual([]);
      for (const { page } of [anna, jonas, ben, phone]) expect(new URL(page.url()).hash).toBe('');
    },
  );

  story('[V-02] of a film are for that film and that member alone', async ({ evening, anna }) => {
    const traffic = trafficOf(anna);
    const { url } = evening.server;
    await openFilm(anna, url);
    await allLoaded(anna);
    const address = filmAddress(traffic);

    expect([...new URL(address).searchParams.keys()]).toEqual(['r', 'm', 'e', 's']);
    expect((await fetch(address)).status).toBe(200);
    for (const changed of changes(address)) expect((await fetch(changed)).status).toBe(403);
  });
});

const tells = (address: string, secrets: Iterable<string>): boolean => {
  const texts = [address, decodeURIComponent(address.replaceAll('+', ' '))];
  return [...secrets].some((secret) => texts.some((text) => text.includes(secret)));
};

/** Confirms, changes and takes back an address, and sets another password, by letters; Jonas reads some of them for Anna. Gives their tokens. */
const goThroughLetters = async (
  post: PostOffice,
  url: string,
  { page }: Person,
  jonas: Person,
): Promise<string[]> => {
  const before = `${randomUUID()}@example.org`;
  const after = `${randomUUID()}@example.org`;
  const links: URL[] = [];
  const follow = async (reader: Person, email: string, count?: number) => {
    const link = new URL(linkIn((await post.letterTo(email, count)).text));
    links.push(link);
    await reader.page.goto(url + link.pathname + link.search + link.hash);
    await eventually(async () => expect(new URL(reader.page.url()).hash).toBe(''));
  };

  await page.goto(`${url}/register`);
  await page.getByLabel('Name').fill('Anna');
  await page.getByLabel('E-mail address').fill(before);
  await page.getByLabel('Password').fill(passwords.first);
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('link', { name: 'Your account' }).waitFor();
  await follow(jonas, before);
  await signIn(jonas, before, passwords.first);
  await jonas.page.getByText('Your address is confirmed.').waitFor();

  await page.getByRole('link', { name: 'Your account' }).click();
  await page.getByLabel('New address').fill(after);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(passwords.first);
  await page.getByRole('button', { name: 'Change address' }).click();
  await follow({ ...jonas, page }, after);
  await page.getByRole('button', { name: 'This is my new address' }).click();
  await page.getByText('You sign in with your new address from now on.').waitFor();
  await follow(jonas, before, 2);
  await jonas.page.getByRole('button', { name: 'Keep this address' }).click();
  await jonas.page.getByRole('link', { name: 'A new password' }).click();

  await jonas.page.getByLabel('E-mail address').fill(before);
  await jonas.page.getByRole('button', { name: 'Send the letter' }).click();
  await follow(jonas, before, 3);
  await jonas.page.reload();
  await jonas.page.getByLabel('New password').fill(passwords.second);
  await jonas.page.getByRole('button', { name: 'Set the password' }).click();
  await jonas.page.getByText('Your password is changed.').waitFor();
  return links.map(({ hash }) => hash.replace('#token=', ''));
};

/** The address of the one link in a letter. */
const linkIn = (text: string): string => {
  const found = /https:\/\/matinee\.example\.org\/\S+/.exec(text)?.[0];
  if (found === undefined) throw new Error(`no link in: ${text}`);
  return found;
};

const signIn = async ({ page }: Person, email: string, password: string): Promise<void> => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
};

/** Opens a room with a film from this computer; gives its link. */
const openFilm = async (person: Person, url: string): Promise<string> => {
  await person.page.goto(url);
  await person.page.locator('input[type=file]').setInputFiles(smallFilm());
  await giveName(person, person.name);
  return person.page.url();
};

/** Gives the link of a new invitation. */
const invite = async ({ page }: Person): Promise<string> => {
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('button', { name: 'Invitations' }).click();
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link of the invitation' }).inputValue();
  await page.keyboard.press('Escape');
  return link;
};

const setPassword = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'The door' }).click();
  await page.getByRole('radio', { name: 'Whoever has the link and the password' }).check();
  await page.getByLabel('New password').fill(passwords.ofRoom);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

const comeByPassword = async ({ page, name }: Person, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByLabel('Password of the room').fill(passwords.ofRoom);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByTestId('stage').waitFor();
};

const filmAddress = ({ addresses }: Traffic): string => {
  const found = addresses.find((address) => new URL(address).pathname.startsWith('/films/'));
  if (found === undefined) throw new Error('no film was read');
  return found;
};

/** The address for another film, room, member or time, or with another signature. */
const changes = (address: string): URL[] => {
  const other = (text: string) => (text.startsWith('1') ? '2' : '1') + text.slice(1);
  const film = new URL(address);
  film.pathname = film.pathname.replace(/[^/]+$/, other);
  const others = [...new URL(address).searchParams].map(([name, value]) => {
    const changed = new URL(address);
    changed.searchParams.set(name, other(value));
    return changed;
  });
  return [film, ...others];
};
