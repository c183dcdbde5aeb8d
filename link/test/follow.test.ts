import { describe, expect, it } from 'vitest';
import { fakePlayer, usualManners } from './fakePlayer';
import { MEDIA, together } from './together';
import { seeded } from './virtualTime';

describe('following', () => {
  it('[PB3] everybody begins together and stays on the line', async () => {
    const { time, people, first, errorsMs } = await together(
      {},
      { playLateMs: 30 },
      { seekMs: 60 },
    );

    first.room.play();
    await time.pass(4_000);

    expect(people.map(({ following }) => following.current())).toEqual(
      people.map(() => ({ type: 'playing' })),
    );
    expect(Math.max(...errorsMs())).toBeLessThan(10);
  });

  it('[PB4] a pause leaves everybody exactly where the room stands', async () => {
    const { time, server, people, first } = await together({}, {});
    first.room.play();
    await time.pass(4_000);

    first.room.pause();
    await time.pass(1_000);

    const playback = server.playback();
    expect(playback?.type).toBe('paused');
    expect(people.map(({ player }) => player.position().positionMs)).toEqual(
      people.map(() => playback?.positionMs),
    );
    expect(first.following.current()).toEqual({ type: 'standing' });
  });

  it('[PB5] follows another speed', async () => {
    const { time, first, errorsMs } = await together({}, {});
    first.room.play();
    await time.pass(3_000);

    first.room.setRate(1.5);
    await time.pass(5_000);

    expect(first.player.state().rate).toBeCloseTo(1.5, 1);
    expect(Math.max(...errorsMs())).toBeLessThan(20);
  });

  it('a seek while a player has no data ends where the room is', async () => {
    const { time, first, errorsMs } = await together({}, {});
    first.room.play();
    await time.pass(3_000);
    first.player.stall();
    await time.pass(300);

    first.room.seek(120_000);
    await time.pass(1_500);
    first.player.resume();
    await time.pass(5_000);

    expect(first.following.current()).toEqual({ type: 'playing' });
    expect(Math.max(...errorsMs())).toBeLessThan(20);
  });

  it('[LJ2] one who comes late lands where the others are', async () => {
    const { time, first, others, errorsMs } = await together({}, { loadMs: 9_000 });

    first.room.play();
    await time.pass(3_000);
    const before = others[0]?.following.current();
    await time.pass(8_000);

    expect(before).toEqual({ type: 'loading' });
    expect(others[0]?.following.current()).toEqual({ type: 'playing' });
    expect(Math.max(...errorsMs())).toBeLessThan(10);
  });

  it('what it learnt about the player is kept when it ends', async () => {
    const { time, first } = await together({});
    first.room.play();
    await time.pass(3_000);

    first.following.close();

    expect(first.kept.at(-1)?.length).toBeGreaterThan(0);
  });

  it('a device whose sound is late runs ahead by as much', async () => {
    const { time, first, lineMs } = await together({});
    first.following.setSoundLateMs(200);
    first.room.play();

    await time.pass(5_000);

    expect(first.player.position().positionMs - lineMs()).toBeGreaterThan(190);
    expect(first.player.position().positionMs - lineMs()).toBeLessThan(210);
  });

  it('at the end of the media it says so, and stays there', async () => {
    const { time, first, wishes } = await together({ lengthMs: 5_000 });
    first.room.play();

    await time.pass(20_000);

    expect(first.following.current()).toEqual({ type: 'ended' });
    expect(wishes().map(({ type }) => type)).toEqual(['load', 'play']);
  });

  it('[EN2] a history that was put back: nothing of the one before is waited for', async () => {
    const { time, server, first } = await together({});
    first.room.play();
    await time.pass(3_000);
    first.player.person.pause();
    await time.pass(1_000);
    const before = first.room.current().state;

    server.sendRaw(
      JSON.stringify({
        ...before,
        type: 'snapshot',
        epoch: 'put-back',
        revision: (before?.revision ?? 0) - 1,
        stage: { ...before?.stage, playback: { type: 'paused', positionMs: 100_000, rate: 1 } },
      }),
    );
    await time.pass(2_000);

    expect(first.player.position().positionMs).toBe(100_000);
  });

  it('another media in the room is none of its business', async () => {
    const { time, server, first } = await together({});
    const before = server.commands().length;

    first.room.load({ ...MEDIA, title: 'Another' });
    await time.pass(500);
    first.room.play();
    await time.pass(5_000);

    expect(first.player.isMoving()).toBe(false);
    expect(
      server
        .commands()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(['load', 'play']);
  });
});

describe('reports', () => {
  it('[GA1] a player that could play says so once, with the length of the media', async () => {
    const { server } = await together({}, {});

    const reports = server.commands().filter(({ type }) => type === 'reportReady');

    expect(reports).toMatchObject([{ lengthMs: 600_000 }, { lengthMs: 600_000 }]);
  });

  it('[GA1] a player that cannot go on for 2 s is buffering, and ready again after', async () => {
    const { time, server, first } = await together({});
    first.room.play();
    await time.pass(3_000);
    const before = server.commands().length;

    first.player.stall();
    await time.pass(1_500);
    const early = server.commands().length;
    await time.pass(2_000);
    const during = first.following.current();
    first.player.resume();
    await time.pass(4_000);

    expect(early).toBe(before);
    expect(during).toEqual({ type: 'buffering' });
    expect(
      server
        .commands()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(['reportBuffering', 'reportReady']);
  });

  it('[GA1] a player that is loading anew is not buffering before it has had 2 s', async () => {
    const { time, server, first, watch } = await together({});
    first.room.play();
    await time.pass(3_000);
    const before = server.commands().length;

    first.following.close();
    const player = fakePlayer(time, usualManners);
    player.stall();
    watch(first.room, player);
    await time.pass(1_500);
    const early = server.commands().length;
    await time.pass(1_500);

    expect(early).toBe(before);
    expect(server.commands().at(-1)?.type).toBe('reportBuffering');
  });

  it('[GA5] a player that cannot play the media says so', async () => {
    const { time, server, first } = await together({});

    first.player.fail({ type: 'codec' });
    await time.pass(2_000);

    expect(first.following.current()).toEqual({ type: 'unable', problem: { type: 'codec' } });
    expect(server.commands().at(-1)?.type).toBe('reportUnable');
    expect(server.heartbeats.at(-1)?.condition).toBe('NO_FILM');
  });

  it('after a reconnect nothing is reported that the room knows', async () => {
    const { time, server } = await together({}, {});
    const before = server.commands().length;

    server.close(4002);
    await time.pass(5_000);

    expect(server.commands().length).toBe(before);
  });
});

describe('a browser that wants a gesture', () => {
  it('asks for a click, and joins the others by it', async () => {
    const { time, first, errorsMs } = await together({}, {});
    first.player.needsGesture = true;
    first.room.play();
    await time.pass(3_000);

    const before = first.following.current();
    first.player.needsGesture = false;
    first.following.join();
    await time.pass(4_000);

    expect(before).toEqual({ type: 'needsClick' });
    expect(first.following.current()).toEqual({ type: 'playing' });
    expect(Math.max(...errorsMs())).toBeLessThan(20);
  });
});

describe('no echo', () => {
  it('twenty players raise events for everything; one act of a person is one command', async () => {
    const { time, first, people, wishes, errorsMs } = await together(
      ...Array.from({ length: 20 }, (_, n) => ({ playLateMs: 20 + 5 * n, seekMs: 10 + 3 * n })),
    );

    const counts = [];
    for (const act of [
      () => first.room.play(),
      () => people[7]?.room.seek(90_000),
      () => people[3]?.room.setRate(1.25),
      () => people[12]?.room.pause(),
    ]) {
      const before = wishes().length;
      act();
      await time.pass(8_000);
      counts.push(wishes().length - before);
    }
    const before = wishes().length;
    await time.pass(30_000);

    expect(counts).toEqual([1, 1, 1, 1]);
    expect(wishes().length).toBe(before);
    expect(Math.max(...errorsMs())).toBeLessThan(20);
  }, 60_000);

  it('a media key is the wish of a person, once', async () => {
    const { time, server, others, first, wishes, errorsMs } = await together({}, {});
    first.room.play();
    await time.pass(4_000);
    const before = wishes().length;

    others[0]?.player.person.pause();
    await time.pass(4_000);
    const paused = server.playback()?.type;
    others[0]?.player.person.play();
    await time.pass(6_000);

    expect(paused).toBe('paused');
    expect(
      wishes()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(['pause', 'play']);
    expect(Math.max(...errorsMs())).toBeLessThan(20);
  });

  it('a media key of somebody who may not control is undone, visibly', async () => {
    const { time, server, others, first, wishes, errorsMs } = await together({}, {});
    first.room.play();
    await time.pass(4_000);
    server.refuse = () => true;
    const before = wishes().length;

    others[0]?.player.person.pause();
    await time.pass(4_000);

    expect(others[0]?.refused).toEqual([{ type: 'rejected', reason: 'NOT_ALLOWED' }]);
    expect(wishes().length - before).toBe(1);
    expect(server.playback()?.type).toBe('playing');
    expect(Math.max(...errorsMs())).toBeLessThan(20);
  });

  it('a system that pauses the player of a page that nobody sees stops nobody else', async () => {
    const { time, server, page, others, first, wishes, errorsMs } = await together({}, {});
    first.room.play();
    await time.pass(4_000);
    const before = wishes().length;

    page.signal('hidden');
    others[0]?.player.person.pause();
    await time.pass(4_000);
    page.signal('visible');
    await time.pass(4_000);

    expect(wishes().length).toBe(before);
    expect(server.playback()?.type).toBe('playing');
    expect(Math.max(...errorsMs())).toBeLessThan(20);
  });

  it('two who fight over play and pause for a minute end on the same line', async () => {
    const { time, server, first, others, people, lineMs } = await together({}, {});
    const chance = seeded(42);

    for (let n = 0; n < 600; n += 1) {
      const who = chance() < 0.5 ? first : others[0];
      if (chance() < 0.5) {
        who?.room.play();
      } else {
        who?.room.pause();
      }
      await time.pass(100);
    }
    await time.pass(1_000);

    const isMoving = server.playback()?.type === 'playing';
    expect(people.map(({ player }) => !player.state().paused)).toEqual(people.map(() => isMoving));
    for (const { player } of people) {
      expect(Math.abs(player.position().positionMs - lineMs())).toBeLessThan(100);
    }
  });

  it('[PB1] one whose player is always slow, and whose machine stops at times, never moves the room', async () => {
    const { time, first, others, wishes, lineMs } = await together({}, { slowBy: 0.02 });
    first.room.play();
    await time.pass(2_000);
    const before = wishes().length;
    const startMs = lineMs();

    for (let times = 0; times < 5; times += 1) {
      others[0]?.player.stall();
      await time.pass(3_000);
      others[0]?.player.resume();
      await time.pass(3_000);
    }

    expect(wishes().length).toBe(before);
    expect(lineMs() - startMs).toBe(30_000);
  });
});
