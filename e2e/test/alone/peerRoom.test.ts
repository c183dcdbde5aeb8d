import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserProcess, launchBrowser, type Person, PHONE } from '../../harness/browser.ts';
import { film } from '../../harness/film.ts';
import { type FilmServer, openFilmServer } from '../../harness/filmServer.ts';
import { leniency } from '../../harness/limits.ts';
import { looksWell } from '../../harness/looks.ts';
import { record, skewOf, textOf } from '../../harness/meter.ts';
import {
  answerOf,
  beginRoom,
  introduce,
  invitationOf,
  isTogether,
  openPeerPage,
  PEER_FLAGS,
  pasteAnswer,
  pasteInvitation,
} from '../../harness/peers/peerRoom.ts';
import { matinee, type PeerSite, staticSite } from '../../harness/peers/peerSites.ts';
import {
  allLoaded,
  allMove,
  allStand,
  eventually,
  isPast,
  key,
  player,
  press,
  reads,
  say,
} from '../../harness/watching.ts';

/*
 * Two people, a browser each, and two codes. What served the page is asked for nothing once that is there; the film lies somewhere else.
 */

const STEADY_S = 12;
const CONVERGE_MS = 2_500;
const LIMIT_MS = 10;

describe.for([
  ['a server of Matinee', matinee, 'peer'],
  ['any web server', staticSite, 'peer-static'],
] as const)('a room without a server, by the page of %s', ([_, open, pictures]) => {
  let site: PeerSite;
  let films: FilmServer;
  let browsers: readonly BrowserProcess[];
  let anna: Person;
  let ben: Person;
  let asked: readonly string[][];

  beforeAll(async () => {
    [site, films] = await Promise.all([open(), openFilmServer(dirname(film()))]);
    browsers = await Promise.all([
      launchBrowser('free', PEER_FLAGS),
      launchBrowser('free', PEER_FLAGS),
    ]);
    const [annas, bens] = browsers as [BrowserProcess, BrowserProcess];
    anna = await annas.person({ name: 'Anna', lessMotion: true });
    ben = await bens.person({ name: 'Ben', lessMotion: true });
  });

  afterAll(async () => {
    await Promise.all(browsers.map((each) => each.close()));
    await films.close();
    await site.close();
  });

  test('[PE10] two people come together by two codes, and what is no code is told in words', async () => {
    asked = [await openPeerPage(anna, site.link), await openPeerPage(ben, site.link)];
    await looksWell(ben, `${pictures}-outside`);
    const invitation = await beginRoom(anna);
    await looksWell(anna, `${pictures}-invite`);

    await pasteInvitation(ben, 'hello');
    await ben.page.getByText('This is no invitation.').waitFor();
    await pasteInvitation(ben, invitation.slice(0, -20));
    await ben.page.getByText('Part of this invitation is missing').waitFor();
    await looksWell(ben, `${pictures}-damaged`);
    await pasteAnswer(anna, invitation);
    await anna.page.getByText('This is your own invitation.').waitFor();
    const [, answer] = await introduce(anna, ben, invitation);
    await invitationOf(anna);
    await pasteAnswer(anna, answer);
    await anna.page.getByText('belongs to an invitation that is over').waitFor();
    await anna.page.getByRole('button', { name: 'Close' }).click();

    await isTogether(anna, 2);
    await isTogether(ben, 2);
    await looksWell(anna, `${pictures}-room-empty`);
  });

  test('[PE1] they watch a film from an address in step, seek, pause, and talk', async () => {
    const { page } = ben;
    await page
      .getByRole('textbox', { name: 'Address of a film' })
      .first()
      .fill(`${films.url}/film.mp4`);
    await page.getByRole('button', { name: 'Load it' }).first().click();
    await allLoaded(anna, ben);
    await press(anna, 'Play');
    await allMove(anna, ben);

    await eventually(async () => {
      const { traces, startedAt } = await record([anna, ben], async () => {
        const { positionS } = await player(anna);
        await isPast(anna, positionS + STEADY_S);
      });
      const media = skewOf(traces, 'media', startedAt + CONVERGE_MS);
      console.log(`media ${textOf(media)}`);
      expect(media.samples).toBeGreaterThan(200);
      expect(media.p95).toBeLessThanOrEqual(LIMIT_MS * leniency());
    });
    const { positionS } = await player(ben);
    await key(ben, 'ArrowRight');
    await isPast(anna, positionS + 5);
    await say(anna, 'tea?');
    await reads(ben, 'tea?');
    await press(ben, 'Pause');
    await allStand(anna, ben);
    await looksWell(anna, `${pictures}-room`);
    await anna.page.getByRole('button', { name: 'Peer to peer' }).click();
    await looksWell(anna, `${pictures}-sign`);
    await anna.page.keyboard.press('Escape');
  });

  test('[PE4] the room gets a name at its door, where nothing is offered that needs a server', async () => {
    const { page } = anna;
    await page.getByRole('button', { name: 'Settings' }).click();
    const companions = await page.getByRole('button', { name: 'Use your phone for chat' }).count();
    await looksWell(anna, `${pictures}-settings`);
    await page.getByRole('button', { name: 'The door' }).click();
    const door = page.getByRole('dialog', { name: 'The door' });
    await looksWell(anna, `${pictures}-door`);
    const accesses = await door.getByRole('radio').count();
    await door.getByRole('textbox').fill('Film night');
    await door.getByRole('button', { name: 'Save' }).click();

    await ben.page.getByText('Film night').first().waitFor();
    expect([companions, accesses]).toEqual([0, 0]);
  });

  test('nothing was asked of what served the page', () => {
    expect(asked).toEqual([[], []]);
  });

  test('[PE9] who loads the page anew reads that two new codes are needed, and is the same member after them', async () => {
    await ben.page.reload();
    await ben.page.getByText('You were in Anna’s room').waitFor();
    await looksWell(ben, `${pictures}-again`);
    const invitation = await invitationOf(anna);

    await introduce(anna, ben, invitation);

    await isTogether(anna, 2);
    await allLoaded(anna, ben);
    await allStand(anna, ben);
    await reads(anna, 'tea?');
  });

  test('[PE7] a guest whose keeper has gone is told so, and comes back by two new codes', async () => {
    const dialogs: string[] = [];
    anna.page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    await anna.page.reload();
    expect(dialogs).toEqual(['beforeunload']);
    await anna.page.getByText('The room that you kept has gone').waitFor();
    await ben.page.getByText('The connection to Anna is gone').waitFor();
    await looksWell(ben, `${pictures}-gone`);
    const invitation = await beginRoom(anna);
    await ben.page.getByRole('button', { name: 'Come back' }).click();
    await looksWell(ben, `${pictures}-come-back`);

    await pasteInvitation(ben, invitation);
    const answer = await answerOf(ben);
    await looksWell(ben, `${pictures}-come-back-answer`);
    await pasteAnswer(anna, answer);

    await isTogether(anna, 2);
    await isTogether(ben, 2);
  });

  test('[PE10] on a phone: whoever opens the address with the code is asked for a name alone', async () => {
    const [annas, bens] = browsers as [BrowserProcess, BrowserProcess];
    await ben.close();
    ben = await bens.person({ name: 'Ben', viewport: PHONE, touch: true, lessMotion: true });
    await anna.close();
    anna = await annas.person({ name: 'Anna', viewport: PHONE, touch: true, lessMotion: true });
    await openPeerPage(anna, site.link);
    await looksWell(anna, `${pictures}-outside-phone`);
    const invitation = await beginRoom(anna);
    await looksWell(anna, `${pictures}-invite-phone`);
    await openPeerPage(ben, `${site.link}#${invitation}`);
    await ben.page.getByRole('heading', { name: 'Anna invites you' }).waitFor();
    await looksWell(ben, `${pictures}-invited-phone`);

    await ben.page.getByRole('button', { name: 'Answer the invitation' }).click();
    const answer = await answerOf(ben);
    await looksWell(ben, `${pictures}-answer-phone`);
    await pasteAnswer(anna, answer);

    await isTogether(ben, 2);
    expect(new URL(ben.page.url()).hash).toBe('');
    await looksWell(anna, `${pictures}-room-phone`);
  });
});
