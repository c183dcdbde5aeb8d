import assert from 'node:assert/strict';
import type { Person } from '../../e2e/harness/browser.ts';
import type { Evening } from '../../e2e/harness/evening.ts';
import type { FirefoxPage } from '../../e2e/harness/firefox.ts';
import { type Screen, watchLoading } from '../../e2e/harness/meter.ts';
import type { Network } from '../../e2e/harness/proxy.ts';
import {
  allLoaded,
  allMove,
  chooseSpeed,
  enterRoom,
  eventually,
  openRoom,
  press,
  through,
} from '../../e2e/harness/watching.ts';
import { passes } from './recording.ts';

const SETTLE_MS = 3_000;

/** Somebody who watches: `reopen` opens the page anew and returns while it loads. */
export interface Guest {
  readonly page: Screen;
  reopen(): Promise<unknown>;
}

/** People who watch one film. The first of them does what is done, the last one stalls and comes late. */
export interface Group {
  readonly first: Person;
  readonly people: readonly Guest[];
  readonly last: Guest;
}

/** The same film, in each of the forms that the page plays in ways of their own. */
const FILMS = { file: 'filmUrl', hls: 'hlsUrl', dash: 'dashUrl' } as const;

export type Film = keyof typeof FILMS;

/** The form of this name. Throws when there is none. */
export function filmOf(name: string): Film {
  assert.ok(isFilm(name), `a film is one of ${Object.keys(FILMS)}, not ${name}`);
  return name;
}

const isFilm = (name: string): name is Film => Object.hasOwn(FILMS, name);

/** What is watched, by how many people, how many of them with Firefox, and at what speed. */
export interface GroupOptions {
  readonly film: Film;
  readonly people: number;
  readonly firefox: number;
  readonly rate: number;
}

/** Each of the people is on a path of its own of the same kind. */
export async function gather(
  evening: Evening,
  network: Network,
  { film, people: count, firefox, rate }: GroupOptions,
): Promise<Group> {
  const first = await evening.person({ name: 'Person 1', clockOffMs: 200 });
  const site = `http://127.0.0.1:${(await evening.network(network)).port}`;
  const link = await openRoom(first, site, 'Person 1', evening[FILMS[film]]);
  const people: Guest[] = [chromiumGuest(first)];
  while (people.length < count) {
    const url = through((await evening.network(network)).port, link);
    const name = `Person ${people.length + 1}`;
    const clockOffMs = (people.length % 2 === 1 ? -1 : 1) * 150;
    people.push(
      people.length >= count - firefox
        ? await enterByFirefox(evening, url, name)
        : await enterByChromium(evening, url, name, clockOffMs),
    );
  }
  await allLoaded(...people);
  await press(first, 'Play');
  await allMove(...people);
  if (rate !== 1) await chooseSpeed(first, rate);
  return { first, people, last: people.at(-1) ?? chromiumGuest(first) };
}

/** Back to the beginning of the film, which has an end. */
export async function rewind({ first, people }: Group): Promise<void> {
  await first.page.evaluate(() => {
    const video = document.querySelector('video');
    if (video) video.currentTime = 1;
  });
  await passes(SETTLE_MS);
  await allMove(...people);
}

const chromiumGuest = ({ page }: Person): Guest => ({
  page,
  reopen: () => page.reload({ waitUntil: 'commit' }),
});

async function enterByChromium(evening: Evening, url: string, name: string, clockOffMs: number) {
  const person = await evening.person({ name, clockOffMs });
  await watchLoading(person.page);
  await enterRoom(person, url);
  return chromiumGuest(person);
}

async function enterByFirefox(evening: Evening, url: string, name: string): Promise<Guest> {
  const { page } = await evening.firefox();
  await watchLoading(page);
  await page.goto(url);
  await eventually(async () => assert.ok(await join(page, name), 'Firefox shows no door'));
  return { page, reopen: () => page.goto(url) };
}

/** Gives a name at the door and joins; false while there is no door. */
function join(page: FirefoxPage, name: string): Promise<boolean> {
  return page.evaluate((given) => {
    const [field, button] = [
      document.querySelector('form input'),
      document.querySelector('form button[type=submit]'),
    ];
    if (!(field instanceof HTMLInputElement) || !(button instanceof HTMLButtonElement))
      return false;
    field.focus();
    field.select();
    document.execCommand('insertText', false, given);
    button.click();
    return true;
  }, name);
}
