import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserProcess, launchBrowser, type Person } from '../../harness/browser.ts';
import { servePeerPages } from '../../harness/peers/peerPages.ts';

/*
 * Two browsers, and between them nothing but two codes, handed over by copy and paste. What they have of the room is worked from here, and what
 * their pages believe is measured; the page that people use has a story of its own (peerRoom.test.ts).
 */

/** Addresses are told as they are, and those of this machine alone count too: nothing here may need a network. */
const FLAGS = [
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--allow-loopback-in-peer-connection',
];
const FILM = {
  ref: { type: 'address', url: 'https://example.org/film.mp4' },
  title: 'A film',
  lengthMs: 600_000,
} as const;

type PeerPage = typeof import('../../harness/peers/page.ts');
type Keeping = Awaited<ReturnType<PeerPage['keep']>>;
type Joined = Awaited<ReturnType<PeerPage['join']>>;
declare global {
  interface Window {
    peers: PeerPage;
    kept: Keeping;
    room: Joined['room'];
  }
}

let pages: Awaited<ReturnType<typeof servePeerPages>>;
let browsers: readonly BrowserProcess[];
let anna: Person;
let ben: Person;

beforeAll(async () => {
  pages = await servePeerPages();
  browsers = await Promise.all([launchBrowser('free', FLAGS), launchBrowser('free', FLAGS)]);
  const [annas, bens] = browsers as [BrowserProcess, BrowserProcess];
  anna = await annas.person({ name: 'Anna' });
  ben = await bens.person({ name: 'Ben' });
  await anna.page.goto(pages.url);
  await ben.page.goto(pages.url);
  await anna.page.evaluate(async () => {
    window.kept = await window.peers.keep('Anna');
    window.room = window.kept.room;
  });
});

afterAll(async () => {
  await Promise.all(browsers.map((each) => each.close()));
  await pages.close();
});

/** Anna's code to Ben, and his back to her. Returns how long they were. */
const introduce = async (): Promise<readonly number[]> => {
  const offer = await anna.page.evaluate(() => window.kept.invitations.invite());
  const answer = await ben.page.evaluate(async (code) => {
    const { room, code: answered } = await window.peers.join('Ben', code);
    window.room = room;
    return answered;
  }, offer);
  await anna.page.evaluate((code) => window.kept.invitations.answer(code), answer);
  await live(ben);
  return [offer.length, answer.length];
};

const live = (person: Person) =>
  person.page.waitForFunction(() => window.room.current().connection.type === 'live');

const stateOf = (person: Person) => person.page.evaluate(() => window.room.current().state);

const positionOf = (person: Person) =>
  person.page.evaluate(() => ({
    positionMs: window.room.positionMs() ?? Number.NaN,
    atMs: performance.timeOrigin + performance.now(),
  }));

/** How much further Ben's page believes the film to be than Anna's, ms. */
const skewMs = async (): Promise<number> => {
  const annas = await positionOf(anna);
  const bens = await positionOf(ben);
  return bens.positionMs - annas.positionMs - (bens.atMs - annas.atMs);
};

const bothPlay = (type: string) =>
  Promise.all(
    [anna, ben].map(({ page }) =>
      page.waitForFunction((wanted) => {
        const stage = window.room.current().state?.stage;
        return stage?.type === 'loaded' && stage.playback.type === wanted;
      }, type),
    ),
  );

test('[PE7] two browsers with nothing between them play, pause, seek and talk in one room', async () => {
  const lengths = await introduce();

  await ben.page.evaluate(async (film) => {
    await window.room.load(film);
  }, FILM);
  await bothPlay('paused');
  for (const { page } of [anna, ben]) {
    await page.evaluate(async () => {
      await window.room.report({ type: 'reportReady' });
    });
  }
  await ben.page.evaluate(async () => {
    await window.room.play();
  });
  await bothPlay('playing');
  await ben.page.waitForFunction(() => (window.room.positionMs() ?? 0) > 2_000);
  const skews: number[] = [];
  for (let i = 0; i < 20; i += 1) skews.push(await skewMs());
  await anna.page.evaluate(async () => {
    await window.room.seek(300_000);
    await window.room.pause();
    await window.room.say('tea?');
  });
  await bothPlay('paused');
  await ben.page.waitForFunction(
    (revision) => window.room.current().state?.revision === revision,
    (await stateOf(anna))?.revision,
  );

  const worstMs = Math.max(...skews.map(Math.abs));
  console.log(
    `codes of ${lengths.join(' and ')} characters; pages believe the film to be where it is within ${worstMs.toFixed(2)} ms`,
  );
  expect(await stateOf(ben)).toEqual(await stateOf(anna));
  expect(Math.max(...lengths)).toBeLessThan(1_024);
  expect(worstMs).toBeLessThan(40);
});

test('[PE9] who loads the page anew is the same member again, after another two codes', async () => {
  const before = (await stateOf(anna))?.members.map(({ id }) => id);

  await ben.page.reload();
  await introduce();

  expect((await stateOf(ben))?.members.map(({ id }) => id)).toEqual(before);
  expect(await stateOf(ben)).toEqual(await stateOf(anna));
});

test('[PE10] who is reached by a relay alone tells nobody its address', async () => {
  const candidates = await ben.page.evaluate(() => window.peers.candidatesByRelay());

  expect(candidates).toEqual([]);
});
