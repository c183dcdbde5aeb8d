import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type Meeting, openMeeting } from '../harness/introducing/meeting.ts';
import { WAIT_MS } from '../harness/limits.ts';
import { enterByHand } from '../harness/member.ts';
import type { Server } from '../harness/server.ts';
import { story as plainStory } from '../harness/story.ts';

const story = plainStory.extend('meeting', { scope: 'file' }, async ({ house }, { onCleanup }) => {
  const meeting = await openMeeting(house.server);
  onCleanup(meeting.close);
  return meeting;
});

/** An info hash that the server has issued to nobody in particular. */
async function issued(server: Server): Promise<string> {
  const answer = await post(server, '/api/introductions', {});
  return String(answer.infoHash);
}

async function post(
  server: Server,
  path: string,
  body: object,
  pass?: string,
): Promise<{ readonly infoHash?: string; readonly room?: string }> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(pass === undefined ? {} : { Authorization: `Bearer ${pass}` }),
    },
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as { readonly infoHash?: string; readonly room?: string };
}

/** Runs what the page offers under `name`. */
const call = (page: Page, name: string, ...words: readonly string[]) =>
  page.evaluate(
    ([what, list]) =>
      (window as unknown as Record<string, (...w: string[]) => void>)[what]?.(...list),
    [name, words] as const,
  );

const heardBy = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { readonly heard: readonly string[] }).heard);

/** What the page hears, as it comes. */
const heard = (page: Page) => expect.poll(() => heardBy(page), { timeout: WAIT_MS });

async function twoPages(meeting: Meeting): Promise<readonly [Page, Page]> {
  return [await meeting.page(), await meeting.page()];
}

/** The 20 bytes by which Trystero meets for a room: characters, the first 20 of a digest of a digest. */
function infoHashOfTrystero(appId: string, room: string): string {
  const digest = (text: string) =>
    [...createHash('sha1').update(text).digest()].map((byte) => byte.toString(36)).join('');
  return Buffer.from(digest(digest(`Trystero@${appId}@${room}`)).slice(0, 20)).toString('hex');
}

describe("clients of WebTorrent's trackers", () => {
  story(
    '[TR3] [TR4] bittorrent-tracker introduces two pages, which then speak directly',
    async ({ evening: { server }, meeting }) => {
      const infoHash = await issued(server);
      const [one, other] = await twoPages(meeting);

      await call(
        one,
        'meetByWebTorrent',
        meeting.tracker,
        infoHash,
        '01'.repeat(20),
        'here is one',
      );
      await heard(one).toContain('there are 1');
      await call(other, 'meetByWebTorrent', meeting.tracker, infoHash, 'fe'.repeat(20), 'and one');

      await heard(one).toContain('and one');
      await heard(other).toContain('here is one');
      await call(one, 'scrape');
      await heard(one).toContain('scraped 2');
      await call(other, 'stop');
      await heard(other).toContain('there are 1');
    },
  );

  story(
    '[TR6] bittorrent-tracker is told once that its hash was not issued',
    async ({ meeting }) => {
      const page = await meeting.page();

      await call(page, 'meetByWebTorrent', meeting.tracker, '0f'.repeat(20), '01'.repeat(20), 'x');

      await heard(page).toHaveLength(1);
      expect((await heardBy(page))[0]).toMatch(/^warning: .*not issued/);
    },
  );

  story(
    '[TR1] Trystero introduces two pages by the hash that a room had issued',
    async ({ evening: { server }, meeting }) => {
      const { room } = await post(server, '/api/rooms', {});
      const name = 'sea';
      const member = await enterByHand(server, `${server.url}/r/${room}`, 'Anna');
      const infoHash = infoHashOfTrystero('matinee-test', name);
      await post(server, `/api/rooms/${room}/introductions`, { infoHash }, member.pass);
      const [one, other] = await twoPages(meeting);

      await call(one, 'meetByTrystero', meeting.tracker, 'matinee-test', name, 'here is one');
      await call(other, 'meetByTrystero', meeting.tracker, 'matinee-test', name, 'and one');

      await heard(one).toContain('and one');
      await heard(other).toContain('here is one');
      member.close();
    },
  );
});
