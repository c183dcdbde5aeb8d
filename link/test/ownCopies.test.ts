import { describe, expect, it } from 'vitest';
import type { PlayerEvent } from '../src/player';
import { absentPlayer } from '../src/players/absent';
import { filePlayer } from '../src/players/file';
import { shiftedPlayer } from '../src/players/shifted';
import { fakePlayer, type Manners, usualManners } from './fakePlayer';
import { fakeVideo } from './fakeVideo';
import { together } from './together';
import { virtualTime } from './virtualTime';

const CHROMIUM = { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36', vendor: 'Google Inc.' };

const opened = (file: Blob) => {
  const video = fakeVideo();
  const player = filePlayer(file, {
    element: video.element,
    engine: CHROMIUM,
    nowMs: () => 1_000,
  });
  const told = new Promise<PlayerEvent>((resolve) => player.subscribe(resolve));
  return { player, video, told };
};

describe('a file on this disk', () => {
  it('is played by an address of this page, which goes with the player', async () => {
    const { player, video } = opened(new Blob(['a film']));
    const { src } = video.element;
    const whilePlaying = await (await fetch(src)).text();

    player.close();

    expect(src).toMatch(/^blob:/);
    expect(whilePlaying).toBe('a film');
    await expect(fetch(src)).rejects.toThrow();
  });

  it('that is there and does not play is of a kind that the browser does not know', async () => {
    const { video, told } = opened(new Blob(['a poem']));

    video.fail(4);

    expect(await told).toEqual({ type: 'problem', problem: { type: 'codec' } });
  });

  it('that cannot be read any more was changed or is gone', async () => {
    const file = new Blob(['a film']);
    file.slice = () => {
      throw new DOMException('changed on the disk', 'NotReadableError');
    };
    const { video, told } = opened(file);

    video.fail(2);

    expect(await told).toEqual({ type: 'problem', problem: { type: 'fileGone' } });
  });
});

/** Anna with a usual copy, and Ben with another one in which everything comes so much later. */
const watching = async (shiftMs: number, manners: Partial<Manners> = {}) => {
  const evening = await together({}, {});
  const [ben] = evening.others;
  if (ben === undefined) throw new Error('Ben is not there');
  ben.following.close();
  const file = fakePlayer(evening.time, { ...usualManners, ...manners });
  let nowShiftMs = shiftMs;
  const shifted = shiftedPlayer(file, {
    shiftMs: () => nowShiftMs,
    nowMs: evening.time.nowMs,
    after: evening.time.after,
  });
  const { following } = evening.watch(ben.room, { ...file, ...shifted });
  await evening.time.pass(1_500);
  const shift = (toMs: number) => {
    nowShiftMs = toMs;
  };
  const placeMs = () => file.position().positionMs;
  return { ...evening, file, following, shift, placeMs };
};

describe('another copy than the room has', () => {
  it.each([2_000, -1_000, 0.4])(
    '[OC3] is played at the place that is %d ms later in it',
    async (shiftMs) => {
      const { time, first, placeMs, lineMs, following } = await watching(shiftMs);

      first.room.seek(60_000);
      first.room.play();
      await time.pass(5_000);

      expect(following.current()).toEqual({ type: 'playing' });
      expect(Math.abs(placeMs() - (lineMs() + shiftMs))).toBeLessThan(10);
    },
  );

  it('[OC3] waits at its beginning until the room has come there', async () => {
    const { time, first, file, placeMs, lineMs, wishes } = await watching(-4_000);

    first.room.play();
    await time.pass(2_500);
    const atFirst = { placeMs: placeMs(), isMoving: file.isMoving() };
    await time.pass(5_000);

    expect(atFirst).toEqual({ placeMs: 0, isMoving: false });
    expect(Math.abs(placeMs() - (lineMs() - 4_000))).toBeLessThan(10);
    expect(wishes().map(({ type }) => type)).toEqual(['load', 'play']);
  });

  it('[OC3] that is over waits at its end, and goes on when the room goes back', async () => {
    const { time, first, placeMs, lineMs, following, wishes } = await watching(0, {
      lengthMs: 60_000,
    });
    first.room.play();
    await time.pass(3_000);

    first.room.seek(90_000);
    await time.pass(3_000);
    const atEnd = { placeMs: placeMs(), state: following.current().type };
    first.room.seek(30_000);
    await time.pass(4_000);

    expect(atEnd).toEqual({ placeMs: 60_000, state: 'playing' });
    expect(Math.abs(placeMs() - lineMs())).toBeLessThan(10);
    expect(wishes().map(({ type }) => type)).toEqual(['load', 'play', 'seek', 'seek']);
  });

  it('[OC3] stands where the room stands, also before its beginning', async () => {
    const { time, first, file, placeMs } = await watching(-4_000);
    first.room.play();
    await time.pass(2_000);

    first.room.pause();
    await time.pass(6_000);

    expect({ placeMs: placeMs(), isMoving: file.isMoving() }).toEqual({
      placeMs: 0,
      isMoving: false,
    });
  });

  it('[OC3] follows at once when the person finds another shift', async () => {
    const { time, first, placeMs, lineMs, shift } = await watching(0);
    first.room.play();
    await time.pass(4_000);

    shift(1_500);
    await time.pass(6_000);

    expect(Math.abs(placeMs() - (lineMs() + 1_500))).toBeLessThan(10);
  });

  it('[OC3] does not tell the room its length', async () => {
    const time = virtualTime();
    const file = fakePlayer(time);
    await time.pass(1_000);

    const shifted = shiftedPlayer(file, {
      shiftMs: () => 0,
      nowMs: time.nowMs,
      after: time.after,
    });

    expect(file.lengthMs()).toBe(600_000);
    expect(shifted.lengthMs()).toBeUndefined();
  });
});

it('[OC2] who has no copy tells the room that nothing can be played', async () => {
  const { time, server, watch, others } = await together({}, {});
  const [ben] = others;
  if (ben === undefined) throw new Error('Ben is not there');
  ben.following.close();

  const { following } = watch(ben.room, { ...ben.player, ...absentPlayer({ type: 'noCopy' }) });
  await time.pass(500);

  expect(following.current()).toEqual({ type: 'unable', problem: { type: 'noCopy' } });
  expect(server.commands().at(-1)?.type).toBe('reportUnable');
});
