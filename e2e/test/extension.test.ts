import type { Frame, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { PHONE } from '../harness/browser.ts';
import { CINEMA, type Kind, pageOf } from '../harness/extension/cinema.ts';
import { type Extended, openExtended } from '../harness/extension/extended.ts';
import { leniency } from '../harness/limits.ts';
import { looksWell } from '../harness/looks.ts';
import { enterByHand, type Member } from '../harness/member.ts';
import { record, skewOf, textOf } from '../harness/meter.ts';
import type { Server } from '../harness/server.ts';
import { story as told } from '../harness/story.ts';
import {
  allLoaded,
  allStand,
  allTogether,
  enterRoom,
  eventually,
  player,
} from '../harness/watching.ts';

const APART_MS = 60;
const MEASURED_S = 5;

const story = told
  .extend('annaThere', async ({ evening: _ }, { onCleanup }) => {
    const anna = await openExtended('Anna');
    onCleanup(anna.close);
    return anna;
  })
  .extend('jonasThere', async ({ evening: _ }, { onCleanup }) => {
    const jonas = await openExtended('Jonas');
    onCleanup(jonas.close);
    return jonas;
  });

type Watching = { readonly page: Page | Frame };

/** Opens a room with the film of a page; gives its link. */
async function start(person: Extended, page: Page, server: string): Promise<string> {
  const popup = await person.popup(page);
  await popup.getByRole('textbox', { name: 'Your name' }).fill(person.name);
  await popup.getByRole('textbox', { name: 'Address of your Matinee server' }).fill(server);
  await popup.getByRole('button', { name: 'Watch cinema.example together' }).click();
  const link = await popup.getByRole('textbox', { name: 'Link for the others' }).inputValue();
  await popup.close();
  return link;
}

/** Joins by a link, and goes to the page of the film; gives that. */
async function join(person: Extended, link: string): Promise<Page> {
  const popup = await person.popup(await person.open('about:blank'));
  await popup.getByRole('textbox', { name: 'Your name' }).fill(person.name);
  await popup.getByRole('textbox', { name: 'Link that you were sent' }).fill(link);
  await popup.getByRole('button', { name: 'Join' }).click();
  const opened = person.profile.waitForEvent('page');
  await popup.getByRole('button', { name: 'Open cinema.example' }).click();
  await popup.close();
  return opened;
}

/** Where a page's player is: in the page, or in its frame. */
const whereOf = (page: Page, kind: Kind): Promise<Watching> =>
  eventually(async () => {
    const frame = kind === 'frame' ? page.frames()[1] : page.mainFrame();
    if (frame === undefined) throw new Error('the page has no frame yet');
    return { page: frame };
  });

/** The popup, as large as browsers show it. */
async function popupOf(person: Extended, page: Page): Promise<Page> {
  const popup = await person.popup(page);
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.getByRole('heading', { name: 'Matinee' }).waitFor();
  return popup;
}

/** Somebody in the room who watches nothing, and for whom nobody waits. */
async function observe(server: Server, link: string): Promise<Member> {
  const observer = await enterByHand(server, link, 'Observer');
  await observer.wish({ type: 'reportUnable' });
  return observer;
}

const toggle = ({ page }: Watching) => page.getByRole('button', { name: 'Play or pause' }).click();

describe('the extension', () => {
  for (const kind of ['plain', 'frame'] as const) {
    story(
      `[ST3] lets two watch on the page of a site, in step, by the site’s own controls: ${kind}`,
      async ({ evening, annaThere, jonasThere }) => {
        const { server } = evening;
        const page = await annaThere.open(pageOf(kind));
        const link = await start(annaThere, page, server.url);
        const theirs = await join(jonasThere, link);
        const both = [await whereOf(page, kind), await whereOf(theirs, kind)] as const;
        const observer = await observe(server, link);
        await eventually(async () => expect(observer.ready()).toBe(2));

        await toggle(both[0]);
        await allTogether(...both);
        const { positionS } = await player(both[1]);
        const { traces } = await record(both, () =>
          eventually(async () =>
            expect((await player(both[1])).positionS).toBeGreaterThan(positionS + MEASURED_S),
          ),
        );
        const skew = skewOf(traces, 'media');
        console.log(`extension, ${kind}: ${textOf(skew)}`);
        await toggle(both[1]);
        await allStand(...both);
        await both[1].page.getByLabel('Place').fill('500');
        await eventually(async () =>
          expect((await player(both[0])).positionS).toBeGreaterThan(positionS + 20),
        );
        await allStand(...both);

        expect(skew.samples).toBeGreaterThan(50);
        expect(skew.p95).toBeLessThan(APART_MS * leniency());
        expect(observer.causes()).toEqual(['PLAYED', 'PAUSED', 'SEEKED']);
        observer.close();
      },
    );
  }

  story(
    'goes on with the player that a page puts in place of another, and after its background was ended',
    async ({ evening, annaThere, jonasThere }) => {
      const page = await annaThere.open(pageOf('plain'));
      const theirs = await join(jonasThere, await start(annaThere, page, evening.server.url));
      const both = [{ page }, { page: theirs }] as const;
      await allLoaded(...both);
      await toggle(both[0]);
      await allTogether(...both);

      await theirs.getByRole('button', { name: 'Next part' }).click();
      await allTogether(...both);
      await jonasThere.endBackground();
      await allTogether(...both);
      await toggle(both[0]);
      await allStand(...both);
      await toggle(both[1]);

      await allTogether(...both);
    },
  );

  story(
    '[ST2] waits for who is shown an advertisement',
    async ({ evening, annaThere, jonasThere }) => {
      const page = await annaThere.open(pageOf('plain'));
      const link = await start(annaThere, page, evening.server.url);
      const theirs = await join(jonasThere, link);
      const both = [{ page }, { page: theirs }] as const;
      const observer = await observe(evening.server, link);
      await eventually(async () => expect(observer.ready()).toBe(2));
      await toggle(both[0]);
      await allTogether(...both);

      await theirs.getByRole('button', { name: 'Advertisement' }).click();
      await eventually(async () => expect(observer.causes()).toHaveLength(3));

      await allTogether(...both);
      expect(observer.causes()).toEqual(['PLAYED', 'WAIT_STARTED', 'WAIT_ENDED']);
      observer.close();
    },
  );

  story(
    '[ST1] looks well, and the room’s page leads to the film',
    async ({ evening, annaThere }) => {
      const maria = await evening.person({ name: 'Maria' });
      const page = await annaThere.open(pageOf('shadow'));
      const before = await popupOf(annaThere, page);
      await looksWell({ page: before }, 'extension-before');
      await before.close();

      const link = await start(annaThere, page, evening.server.url);
      await enterRoom(maria, link);
      const way = maria.page.getByRole('link', { name: 'Open cinema.example' });
      await way.waitFor();
      const after = await popupOf(annaThere, page);
      await after.getByText('Your player follows the room.').waitFor();
      await after.getByText('not on the page').waitFor();

      expect(await way.getAttribute('href')).toBe(pageOf('shadow'));
      await looksWell({ page: after }, 'extension-after');
      await looksWell(maria, 'on-its-site');
      await maria.page.setViewportSize(PHONE);
      await looksWell(maria, 'on-its-site-phone');
    },
  );

  story('cannot be spoken to by a page, and is in no other tab', async ({ evening, annaThere }) => {
    const page = await annaThere.open(pageOf('plain'));
    const link = await start(annaThere, page, evening.server.url);
    const observer = await observe(evening.server, link);
    await eventually(async () => expect(observer.ready()).toBe(1));
    const other = await annaThere.open(`${CINEMA}/watch/2`);

    const doors = await page.evaluate(speakToExtension);
    await toggle({ page: other });
    await page.bringToFront();
    await toggle({ page });
    await eventually(async () => expect(observer.causes()).toEqual(['PLAYED']));

    expect(doors).toEqual([]);
    expect((await player({ page: other })).paused).toBe(false);
    observer.close();
  });
});

/** Runs in the page: says to whoever hears it all that the parts of the extension say to one another. Gives the doors to it that a page should not have. */
function speakToExtension(): string[] {
  const told = { connection: { type: 'live' }, rights: ['PLAY_PAUSE'] };
  const messages = [
    { type: 'lead', told },
    { type: 'told', told },
    { type: 'rest' },
    { type: 'over' },
    { type: 'screen', area: 1e9 },
    { type: 'frames' },
    { type: 'state', state: 'unable' },
    { type: 'wish', id: 1, wish: { type: 'seek', positionMs: 60_000 } },
    { type: 'leave' },
    { type: 'go', url: 'https://evil.example/' },
  ];
  for (const message of messages) {
    window.postMessage(message, '*');
    document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
    new BroadcastChannel('frame').postMessage(message);
  }
  const reached = Reflect.get(window, 'chrome')?.runtime?.connect;
  return [
    ...(typeof reached === 'function' ? ['runtime'] : []),
    ...('matineeIsHere' in window ? ['global'] : []),
  ];
}
