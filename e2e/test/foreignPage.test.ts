import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { heardBy, type Message } from '../harness/commands.ts';
import { story } from '../harness/story.ts';
import { eventually, meet, reads, say } from '../harness/watching.ts';

const CANNOT = 'TypeError: Failed to fetch';

describe('a page of another origin, opened by somebody who is in a room', () => {
  story(
    '[W-05] reads nothing, changes nothing, gets no connection',
    async ({ evening, anna, jonas }) => {
      const { server } = evening;
      const heard = heardBy(jonas);
      const link = await meet(evening, anna, jonas);
      const before = heard.filter(isDeed).length;
      const room = new URL(link).pathname.split('/').at(-1) ?? '';
      const ticket = await ticketFor(`${server.url}/api/rooms/${room}/tickets`);
      const mallory = await foreignPage(anna, evening.films.url);

      const found = await mallory.page.evaluate(attack, {
        api: `${server.url}/api/rooms`,
        room,
        sockets: [server.port, server.syncPort].map(
          (port) => `ws://127.0.0.1:${port}/sync?ticket=${ticket}`,
        ),
      });

      expect(found).toEqual({
        reading: [CANNOT, CANNOT],
        changing: [CANNOT, CANNOT, CANNOT],
        connecting: ['refused', 'refused'],
      });
      await eventually(async () =>
        expect(
          mallory.complaints.filter((said) => said.includes('response code: 403')),
        ).toHaveLength(2),
      );
      await say(jonas, 'undisturbed');
      await reads(anna, 'undisturbed');
      await eventually(async () => expect(heard.filter(isDeed)).toHaveLength(before + 1));
    },
  );

  story('[W-09] cannot show a room as a part of itself', async ({ evening, anna }) => {
    const link = await meet(evening, anna);
    const mallory = await foreignPage(anna, evening.films.url);

    await mallory.page.evaluate((src) => {
      const frame = document.createElement('iframe');
      return new Promise((loaded) => {
        frame.onload = loaded;
        frame.src = src;
        document.body.append(frame);
      });
    }, link);

    const [frame] = mallory.page.frames().slice(1);
    expect(await frame?.evaluate(() => document.querySelector('#root, video, input'))).toBe(null);
    await eventually(async () =>
      expect(mallory.complaints.join()).toMatch(/frame-ancestors|X-Frame-Options/),
    );
  });

  story('[W-03] cannot send a form, and the person is told why', async ({ evening, anna }) => {
    const { page } = await foreignPage(anna, evening.films.url);

    await page.evaluate((action) => {
      const form = document.createElement('form');
      Object.assign(form, { action, method: 'POST', enctype: 'text/plain' });
      document.body.append(form);
      form.submit();
    }, `${evening.server.url}/api/rooms`);

    await page.getByText('The request comes from a page of another site.').waitFor();
    await page.getByText('Open Matinee itself.').waitFor();
  });
});

/** Has somebody done something? What players report of themselves may come at any time. */
const isDeed = ({ type, revision, id }: Message) =>
  revision !== undefined &&
  id === undefined &&
  type !== 'readinessChanged' &&
  type !== 'lengthLearnt';

/** A ticket as anybody gets one who knows the room: what is left to stop a connection is where its page comes from. */
async function ticketFor(url: string): Promise<string> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"name":"Mallory"}',
  });
  const { ticket } = (await reply.json()) as { ticket: string };
  return ticket;
}

/** A page of `site` that the person opens beside Matinee, and what the browser has to say about it. */
async function foreignPage(person: Person, site: string) {
  const page = await person.page.context().newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`${site}/page.html`);
  return { page, complaints };
}

type Targets = { readonly api: string; readonly room: string; readonly sockets: readonly string[] };

/** Runs in the page: what a script can try against another site. */
async function attack({ api, room, sockets }: Targets) {
  const attempt = (url: string, request: RequestInit) =>
    fetch(url, { credentials: 'include', ...request }).then(({ type }) => type, String);
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  return {
    reading: [
      await attempt(`${api}/${room}`, {}),
      await attempt(`${api}/${room}`, { mode: 'no-cors' }),
    ],
    changing: [
      await attempt(api, { ...json, body: '{}' }),
      await attempt(`${api}/${room}/tickets`, { ...json, body: '{"name":"Mallory"}' }),
      await attempt(api, { method: 'POST', mode: 'no-cors', body: '{}' }),
    ],
    connecting: await Promise.all(
      sockets.map(
        (url) =>
          new Promise<string>((settled) => {
            const socket = new WebSocket(url, 'matinee.1');
            socket.onopen = () => settled('connected');
            socket.onerror = () => settled('refused');
          }),
      ),
    ),
  };
}
