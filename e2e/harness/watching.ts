import assert from 'node:assert/strict';
import type { Person } from './browser.ts';
import type { Evening } from './evening.ts';
import { WAIT_MS } from './limits.ts';
import type { Screen } from './meter.ts';

/** Somebody whose player can be looked at, in whatever browser. */
export type Watcher = { readonly page: Pick<Screen, 'evaluate'> };

/** Pastes the address of a film on the home page of `site` and enters the new room. Gives the room's link. */
export async function openRoom(
  person: Person,
  site: string,
  name: string,
  address: string,
): Promise<string> {
  const { page } = person;
  await page.goto(site);
  await page.getByRole('textbox', { name: 'Address of a film' }).fill(address);
  await page.getByRole('button', { name: 'Watch together' }).click();
  await giveName(person, name);
  return page.url();
}

/** The first opens a room with a film, the others follow the link, until all could play. Gives the link. */
export async function meet(
  { server, filmUrl }: Pick<Evening, 'server' | 'filmUrl'>,
  first: Person,
  ...others: readonly Person[]
): Promise<string> {
  const link = await openRoom(first, server.url, first.name, filmUrl);
  for (const other of others) await enterRoom(other, link);
  await allLoaded(first, ...others);
  return link;
}

/** They meet, and the first presses play, until the film moves for all. Gives the link. */
export async function watch(
  evening: Pick<Evening, 'server' | 'filmUrl'>,
  first: Person,
  ...others: readonly Person[]
): Promise<string> {
  const link = await meet(evening, first, ...others);
  await press(first, 'Play');
  await allMove(first, ...others);
  return link;
}

/** Opens the link of a room and gives a name. */
export async function enterRoom(person: Person, link: string, name = person.name): Promise<void> {
  await person.page.goto(link);
  await giveName(person, name);
}

/** Gives a name at the door of a room, until the page is in the room. */
export async function giveName(person: Person, name: string): Promise<void> {
  const { page } = person;
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByTestId('stage').waitFor();
  await page.locator('.people li').first().waitFor({ state: 'attached' });
}

/** The path of `link` on another way to the same server, such as a proxy. */
export function through(port: number, link: string): string {
  return `http://127.0.0.1:${port}${new URL(link).pathname}`;
}

/** What the page's player is doing now. */
export interface PlayerNow {
  readonly paused: boolean;
  readonly positionS: number;
  readonly rate: number;
  readonly readyState: number;
}

export async function player(person: Watcher): Promise<PlayerNow> {
  return person.page.evaluate(() => {
    const video = document.querySelector('video');
    if (video === null) return { paused: true, positionS: -1, rate: 0, readyState: 0 };
    return {
      paused: video.paused,
      positionS: video.currentTime,
      rate: video.playbackRate,
      readyState: video.readyState,
    };
  });
}

const players = (people: readonly Watcher[]): Promise<PlayerNow[]> =>
  Promise.all(people.map(player));

/** Waits until everyone's player could play from where it stands. */
export async function allLoaded(...everyone: readonly Watcher[]): Promise<void> {
  await eventually(async () => {
    for (const { readyState } of await players(everyone)) {
      assert.ok(readyState >= 3, 'a player has not loaded');
    }
  });
}

/** Waits until every player moves. */
export async function allMove(...everyone: readonly Watcher[]): Promise<void> {
  let before = await players(everyone);
  await eventually(async () => {
    const now = await players(everyone);
    const move = now.every(
      ({ paused, readyState, positionS }, index) =>
        !paused && readyState >= 3 && positionS > (before[index]?.positionS ?? positionS),
    );
    before = now;
    assert.ok(move, `a player does not move: ${JSON.stringify(now)}`);
  });
}

/** Waits until the person's player has come past this place of the film. */
export async function isPast(person: Person, positionS: number): Promise<void> {
  await person.page.waitForFunction(
    (limitS) => (document.querySelector('video')?.currentTime ?? 0) > limitS,
    positionS,
  );
}

/** Waits until every player moves, all on the same second of the film. */
export async function allTogether(...everyone: readonly Watcher[]): Promise<void> {
  await allMove(...everyone);
  await eventually(async () => {
    const positions = (await players(everyone)).map(({ positionS }) => positionS);
    const apartS = Math.max(...positions) - Math.min(...positions);
    assert.ok(apartS < 1, `players are on ${positions.join(', ')}`);
  });
}

/** Waits until every player stands, all on one position; gives it in seconds. */
export const allStand = (...everyone: readonly Watcher[]): Promise<number> =>
  allStandWithin(0.01, ...everyone);

/** The same of players that are nowhere put more exactly than to so many seconds. */
export async function allStandWithin(
  withinS: number,
  ...everyone: readonly Watcher[]
): Promise<number> {
  return eventually(async () => {
    const now = await players(everyone);
    const positions = now.map(({ positionS }) => positionS);
    assert.ok(
      now.every(({ paused }) => paused),
      'a player still moves',
    );
    assert.ok(
      Math.max(...positions) - Math.min(...positions) < withinS,
      `players stand on ${positions.join(', ')}`,
    );
    return positions[0] ?? -1;
  });
}

export async function press(person: Person, button: 'Play' | 'Pause'): Promise<void> {
  await person.page.mouse.move(300, 300);
  await person.page.getByRole('button', { name: button, exact: true }).click();
}

/** Chooses the speed `rate` in the menu. */
export async function chooseSpeed({ page }: Person, rate: number): Promise<void> {
  await page.mouse.move(300, 300);
  await page.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: `${rate}×`, exact: true }).click();
}

/** Chooses in the menu who controls. */
export async function chooseControl(
  { page }: Person,
  policy: 'Everyone controls' | 'Host controls',
): Promise<void> {
  await page.getByRole('button', { name: /^(Everyone|Host) controls$/ }).click();
  await page.getByRole('menuitemradio', { name: policy }).click();
}

/** Chooses something for the room among what host and owner set, where everyone controls. */
export async function chooseSetting(
  { page }: Person,
  setting: string,
  choice: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Everyone controls' }).click();
  await page.getByRole('combobox', { name: setting }).selectOption(choice);
  await page.keyboard.press('Escape');
}

/** Opens the menu of somebody in the list of people, and chooses from it. */
export async function chooseFor({ page }: Person, name: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}` }).click();
  await page.getByRole('menu').getByText(choice).first().click();
}

/** Presses a key while nothing on the page has the focus. */
export async function key(person: Person, name: string): Promise<void> {
  await person.page.locator('body').press(name);
}

export async function say(person: Person, text: string): Promise<void> {
  await person.page.getByRole('textbox', { name: 'Say something' }).fill(text);
  await person.page.getByRole('button', { name: 'Send' }).click();
}

/** The people whom the page shows in the room. */
export function people(person: Person) {
  return person.page.getByRole('list', { name: 'People here' }).getByRole('listitem');
}

/** Waits until the page shows so many people in the room. */
export async function arePeople(person: Person, count: number): Promise<void> {
  await eventually(async () => assert.equal(await people(person).count(), count));
}

/** Waits until the page says that the connection is lost. */
export async function isCutOff(person: Person): Promise<void> {
  await person.page.getByTestId('connection-lost').waitFor();
}

/** Waits until the page says no longer that the connection is lost. */
export async function isConnected(person: Person): Promise<void> {
  await person.page.getByTestId('connection-lost').waitFor({ state: 'detached' });
}

/** The messages that the page shows. */
export function messages(person: Person) {
  return person.page.getByRole('region', { name: 'Messages' });
}

/** Waits until the page shows `text` among the messages. */
export async function reads(person: Person, text: string): Promise<void> {
  await messages(person).getByText(text).first().waitFor();
}

/**
 * Does `act`, and returns when the person has been shown `text` since, somewhere in what the selector `within` finds: what is there for seconds
 * may be gone before somebody looks.
 */
export async function shows(
  { page }: Person,
  text: string,
  act: () => Promise<void>,
  within = 'body',
): Promise<void> {
  const shown = page.evaluate(
    ({ wanted, places, limitMs }) =>
      new Promise<void>((resolve, reject) => {
        const isThere = () =>
          [...document.querySelectorAll<HTMLElement>(places)].some(({ innerText }) =>
            innerText.includes(wanted),
          );
        const look = () => {
          if (!isThere()) return;
          changes.disconnect();
          resolve();
        };
        const changes = new MutationObserver(look);
        changes.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
        setTimeout(() => reject(new Error(`never shown: ${wanted}`)), limitMs);
      }),
    { wanted: text, places: within, limitMs: WAIT_MS },
  );
  await Promise.all([shown, act()]);
}

/** Looks again and again until `claim` holds; its last failure is thrown when that never comes. */
export async function eventually<T>(claim: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + WAIT_MS;
  for (;;) {
    try {
      return await claim();
    } catch (failure) {
      if (performance.now() > giveUpAt) throw failure;
      await new Promise((again) => setTimeout(again, 100));
    }
  }
}

/** Waits until `faults`, run in the person's page, finds nothing. */
export async function hasNothing(
  { page }: Person,
  faults: () => readonly unknown[],
): Promise<void> {
  await eventually(async () => assert.deepEqual(await page.evaluate(faults), []));
}

/** By the door, lets only those in who are invited. */
export const letInvitedIn = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'The door' }).click();
  await page.getByRole('radio', { name: /Only who is invited/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
