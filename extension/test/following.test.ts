import { follow } from '@matinee/link/follow';
import { openRoom } from '@matinee/link/openRoom';
import { expect, it } from 'vitest';
import { type FakePlayer, fakePlayer } from '../../link/test/fakePlayer';
import { together } from '../../link/test/together';
import { seeded } from '../../link/test/virtualTime';
import { type Frame, type Frames, largestOf, openFrames } from '../src/background/frames';
import { farRoom } from '../src/content/farRoom';
import type { FromFrame, ToFrame } from '../src/messages';

/** So long a message takes between a background and a page. */
const ON_ITS_WAY_MS = 3;

/** Anna watches in a page of the room; Ben on the page of a site, by a background that has the connection. */
const annaAndBen = async () => {
  const evening = await together({});
  const { time, server, page } = evening;
  const transport = { openSocket: server.openSocket, after: time.after, ...page };
  const room = openRoom({
    syncUrl: 'ws://localhost/sync',
    getTicket: async () => ({ type: 'ticket', ticket: 'ben' }),
    transport,
    clock: time.clock,
    chance: seeded(7),
  });
  await time.pass(1_500);
  const frames = openFrames({ room, screened: () => {}, changed: () => {}, framesCame: () => {} });
  room.subscribe(frames.tell);
  room.tellVitals(frames.vitals);
  const player = inFrameOf(frames, evening);
  await time.pass(1_500);
  return { ...evening, player, room };
};

/** The program in the frame of Ben's page, which leads from now on. */
const inFrameOf = (
  frames: Frames,
  { time, page }: Awaited<ReturnType<typeof together>>,
): FakePlayer => {
  const player = fakePlayer(time);
  const frame: Frame = { post: (message) => time.after(ON_ITS_WAY_MS, () => take(message)) };
  const hear = frames.enter(frame);
  const post = (message: FromFrame): void => {
    time.after(ON_ITS_WAY_MS, () => hear(message));
  };
  let far: ReturnType<typeof farRoom> | undefined;
  const take = (message: ToFrame): void => {
    if (message.type === 'lead') {
      far = farRoom({ told: message.told, post, clock: time.clock, after: time.after });
      const { stage } = message.told.state ?? {};
      follow({
        room: far.room,
        player,
        loadedRevision: stage?.type === 'loaded' ? stage.loadedRevision : 0,
        transport: { after: time.after, ...page },
        clock: time.clock,
        learnt: undefined,
        keep: () => {},
        refused: () => {},
      });
    } else if (message.type !== 'rest' && message.type !== 'over') {
      far?.take(message);
    }
  };
  hear({ type: 'screen', area: 100 });
  frames.elect(true);
  return player;
};

it('[ST3] the player of a site’s page is in step, and what the program does to it is no wish', async () => {
  const { time, first, player, lineMs, wishes } = await annaAndBen();

  first.room.play();
  await time.pass(6_000);
  const apartMs = Math.abs(player.position().positionMs - lineMs());
  first.room.seek(120_000);
  await time.pass(3_000);
  first.room.pause();
  await time.pass(1_000);

  expect(apartMs).toBeLessThan(15);
  expect(player.position().positionMs).toBeCloseTo(lineMs(), 0);
  expect(wishes().map(({ type }) => type)).toEqual(['load', 'play', 'seek', 'pause']);
});

it('[ST3] what a person does to the player of a site’s page is one wish each', async () => {
  const { time, first, player, wishes } = await annaAndBen();

  player.person.play();
  await time.pass(3_000);
  player.person.seek(200_000);
  await time.pass(3_000);
  player.person.pause();
  await time.pass(2_000);

  expect(wishes().map(({ type }) => type)).toEqual(['load', 'play', 'seek', 'pause']);
  expect(first.player.position().positionMs).toBeCloseTo(player.position().positionMs, 0);
});

it('tells the room how its player does', async () => {
  const { time, first, player, room } = await annaAndBen();

  player.person.play();
  await time.pass(3_000);

  const me = room.current().me?.id ?? '';
  expect(me).not.toBe('');
  expect(first.room.current().presence.get(me)?.condition ?? 'WATCHING').toBe('WATCHING');
  expect(room.current().me?.readiness).toBe('READY');
});

it('of several players in a page the largest leads', () => {
  const frames = new Map([
    ['advertisement', { area: 300 }],
    ['film', { area: 90_000 }],
    ['empty', { area: 0 }],
  ]);

  expect(largestOf(frames)).toBe('film');
  expect(largestOf(new Map([['empty', { area: 0 }]]))).toBeUndefined();
});
