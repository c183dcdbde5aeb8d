import assert from 'node:assert/strict';
import type { Person } from './browser.ts';

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

/** Opens the link of a room and gives a name. */
export async function enterRoom(person: Person, link: string, name: string): Promise<void> {
  await person.page.goto(link);
  await giveName(person, name);
}

export async function giveName(person: Person, name: string): Promise<void> {
  const { page } = person;
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByTestId('stage').waitFor();
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

export async function player(person: Person): Promise<PlayerNow> {
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

/** Waits until everyone's player could play from where it stands. */
export async function allLoaded(...people: readonly Person[]): Promise<void> {
  await eventually(async () => {
    for (const person of people) {
      assert.ok((await player(person)).readyState >= 3, 'a player has not loaded');
    }
  });
}

/** Waits until every player moves. */
export async function allMove(...people: readonly Person[]): Promise<void> {
  await eventually(async () => {
    for (const person of people) {
      const before = await player(person);
      await person.page.waitForFunction(
        (positionS) => (document.querySelector('video')?.currentTime ?? 0) > positionS + 0.2,
        before.positionS,
        { timeout: 5_000 },
      );
      assert.equal((await player(person)).paused, false);
    }
  });
}

/** Waits until every player stands, all on one position; gives it in seconds. */
export async function allStand(...people: readonly Person[]): Promise<number> {
  return eventually(async () => {
    const players = await Promise.all(people.map(player));
    const positions = players.map(({ positionS }) => positionS);
    assert.ok(
      players.every(({ paused }) => paused),
      'a player still moves',
    );
    assert.ok(
      Math.max(...positions) - Math.min(...positions) < 0.01,
      `players stand on ${positions.join(', ')}`,
    );
    return positions[0] ?? -1;
  });
}

export async function press(person: Person, button: 'Play' | 'Pause'): Promise<void> {
  await person.page.mouse.move(300, 300);
  await person.page.getByRole('button', { name: button, exact: true }).click();
}

/** Seeks with the keyboard on the film's bar, as a person without a mouse would. */
export async function key(person: Person, name: string): Promise<void> {
  await person.page.locator('body').press(name);
}

export async function say(person: Person, text: string): Promise<void> {
  await person.page.getByRole('textbox', { name: 'Say something' }).fill(text);
  await person.page.getByRole('button', { name: 'Send' }).click();
}

/** The messages that the page shows. */
export function messages(person: Person) {
  return person.page.getByRole('region', { name: 'Messages' });
}

/** Waits until the page shows `text` among the messages. */
export async function reads(person: Person, text: string): Promise<void> {
  await messages(person).getByText(text).first().waitFor();
}

/** Tries `claim` until it holds; its last failure is thrown when it has not after `withinMs`. */
export async function eventually<T>(claim: () => Promise<T>, withinMs = 30_000): Promise<T> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    try {
      return await claim();
    } catch (failure) {
      if (performance.now() > giveUpAt) throw failure;
      await new Promise((again) => setTimeout(again, 100));
    }
  }
}
