import { describe, expect, it } from 'vitest';
import type { Answer } from '../src/answer';
import { openRoom } from '../src/openRoom';
import type { Room } from '../src/room';
import type { RoomNews } from '../src/roomEvent';
import { fakeServer } from './fakeServer';
import { fakePage, seeded, virtualTime } from './virtualTime';

const MEDIA = { ref: { type: 'upload', film: 'f1' }, title: 'A film', lengthMs: 600_000 } as const;

/** A server, and a way to enter its room as somebody. */
const stage = () => {
  const time = virtualTime();
  const server = fakeServer(time);
  const page = fakePage();
  const enter = (name: string, seed = name.length): Room =>
    openRoom({
      syncUrl: 'ws://localhost/sync',
      getTicket: async () => ({ type: 'ticket', ticket: name }),
      transport: { openSocket: server.openSocket, after: time.after, ...page },
      clock: time.clock,
      chance: seeded(seed),
    });
  return { time, server, page, enter };
};

const newsOf = (room: Room): RoomNews[] => {
  const heard: RoomNews[] = [];
  room.onNews((each) => heard.push(each));
  return heard;
};

/** What a promise has come to, if anything. */
const watched = (promise: Promise<Answer>): { answer?: Answer } => {
  const found: { answer?: Answer } = {};
  promise.then((answer) => {
    found.answer = answer;
  });
  return found;
};

describe('entering', () => {
  it('[EN2] shows the room, me in it, and a clock', async () => {
    const { time, enter } = stage();

    const room = enter('anna');
    const before = room.current();
    await time.pass(1_000);

    expect(before).toEqual({
      connection: { type: 'connecting' },
      presence: new Map(),
      rights: new Set(),
      mayWrite: false,
      asks: new Set(),
      roles: new Map(),
    });
    const view = room.current();
    expect(view.connection).toEqual({ type: 'live' });
    expect(view.me).toMatchObject({ id: 'anna', standing: 'OWNER', host: true });
    expect(view.rights).toContain('PLAY_PAUSE');
    expect(view.roles).toEqual(new Map([['anna', 'OWNER']]));
    expect(room.roomTimeMs()).toBeCloseTo(time.nowMs() + 1_700_000_000_000, 0);
  });

  it('[CD5] as a companion, I am the member, and may chat and nothing else', async () => {
    const { time, enter } = stage();
    const desk = enter('anna');
    await time.pass(1_000);

    const phone = enter('anna+companion');
    await time.pass(1_000);
    const said = watched(phone.say('from the sofa'));
    await time.pass(1_000);

    expect(phone.current().me).toEqual(desk.current().me);
    expect([...phone.current().rights]).toEqual(['CHAT']);
    expect(phone.current().asks).toEqual(new Set());
    expect(said.answer?.type).toBe('accepted');
    expect(desk.current().connection).toEqual({ type: 'live' });
  });

  it('the view is the same object while nothing changes', async () => {
    const { time, enter } = stage();
    const room = enter('anna');
    await time.pass(1_000);

    const before = room.current();
    await time.pass(5_000);

    expect(room.current()).toBe(before);
  });

  it('listeners hear of each change until they stop', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    let calls = 0;
    const stop = room.subscribe(() => {
      calls += 1;
    });
    await time.pass(1_000);

    const whileListening = calls;
    stop();
    server.happens({ type: 'renamed', member: 'anna', name: 'Anna' });
    await time.pass(1_000);

    expect(whileListening).toBeGreaterThan(1);
    expect(calls).toBe(whileListening);
  });
});

describe('commands', () => {
  it('[CO1] is answered with the revision of its event, which comes as news', async () => {
    const { time, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    const news = newsOf(room);

    const said = watched(room.say('hello'));
    await time.pass(100);

    expect(said.answer).toEqual({ type: 'accepted', revision: 2 });
    expect(news).toMatchObject([
      { type: 'event', event: { type: 'said', text: 'hello', by: 'anna', revision: 2 } },
    ]);
  });

  it('one that the room rejects says why', async () => {
    const { time, enter } = stage();
    const room = enter('anna');
    await time.pass(500);

    const played = watched(room.play());
    await time.pass(100);

    expect(played.answer).toEqual({ type: 'rejected', reason: 'NO_CHANGE' });
  });

  it('one that no server could read is gone without being sent', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);

    const said = watched(room.say(''));
    await time.pass(100);

    expect(said.answer).toEqual({ type: 'gone', why: 'malformed' });
    expect(server.commands()).toEqual([]);
  });

  it('[ID4] quotes the revision that the person had seen', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    server.happens({ type: 'renamed', member: 'anna', name: 'Anna' });
    await time.pass(100);

    room.say('hello');
    await time.pass(100);

    expect(server.commands().map(({ seen }) => seen)).toEqual([2]);
  });

  it('[ID1] two pages of one member, one after the other, use no id twice', async () => {
    const { time, server, enter } = stage();

    for (const seed of [1, 2]) {
      const room = enter('anna', seed);
      await time.pass(500);
      room.say('hello');
      await time.pass(100);
      room.close();
    }

    expect(new Set(server.commands().map(({ id }) => id)).size).toBe(2);
  });

  it('a scrubbing slider sends at most four seeks a second, the last one always', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    room.load(MEDIA);
    await time.pass(500);
    const startMs = time.nowMs();

    const seeks = [];
    for (let n = 0; n < 100; n += 1) {
      seeks.push(watched(room.seek(n * 1_000)));
      await time.pass(20);
    }
    await time.pass(1_000);

    const sent = server.commands().flatMap((each) => (each.type === 'seek' ? [each] : []));
    expect(time.nowMs() - startMs).toBe(3_000);
    expect(sent.length).toBeGreaterThanOrEqual(7);
    expect(sent.length).toBeLessThanOrEqual(10);
    expect(sent.at(-1)?.positionMs).toBe(99_000);
    expect(seeks.at(-1)?.answer?.type).toBe('accepted');
    expect(
      seeks.filter(({ answer }) => answer?.type === 'gone' && answer.why === 'superseded').length,
    ).toBe(100 - sent.length);
  });
});

describe('coming back', () => {
  it('[EN2] resumes and hears what it missed, each event once', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    const news = newsOf(room);
    server.close(4002);
    await time.pass(30);

    const lost = room.current().connection;
    server.happens({ type: 'joined', member: 'ben', name: 'Ben' });
    server.happens({ type: 'renamed', member: 'ben', name: 'Benno' });
    await time.pass(2_000);

    expect(lost.type).toBe('lost');
    expect(server.said.at(-1)).toEqual({ type: 'enter', resume: { epoch: 'e1', revision: 1 } });
    expect(news.map((each) => each.type === 'event' && each.event.type)).toEqual([
      'joined',
      'renamed',
    ]);
    expect(room.current().state?.members.map(({ name }) => name)).toEqual(['anna', 'Benno']);
    expect(room.current().connection).toEqual({ type: 'live' });
  });

  it('[EN4] an event that comes twice is dropped', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    const news = newsOf(room);
    room.say('once');
    await time.pass(100);

    server.sendRaw(server.frames().at(-1) ?? '');
    await time.pass(100);

    expect(news.length).toBe(1);
    expect(room.current().connection).toEqual({ type: 'live' });
  });

  it('[EN4] a gap makes the client resume', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    const news = newsOf(room);
    const far = { type: 'renamed', member: 'anna', name: 'Anna', revision: 4, atMs: 1 };

    server.sendRaw(JSON.stringify(far));
    await time.pass(30);
    const lost = room.current().connection;
    await time.pass(2_000);

    expect(lost.type).toBe('lost');
    expect(news).toEqual([]);
    expect(server.said.at(-1)).toEqual({ type: 'enter', resume: { epoch: 'e1', revision: 1 } });
  });

  it('[CO1] a command whose answer was lost is sent again, and happens once', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    const news = newsOf(room);

    const said = watched(room.say('hello'));
    await time.pass(25);
    server.close(1006);
    await time.pass(3_000);

    const [first, second, ...others] = server.commands();
    expect(second).toEqual({ ...first, again: true });
    expect(others).toEqual([]);
    expect(said.answer).toEqual({ type: 'accepted', revision: 2 });
    expect(news.length).toBe(1);
  });

  it('words said while offline arrive, a new speed is refused', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(500);
    server.isReachable = false;
    server.close(1006);
    await time.pass(100);

    const said = watched(room.say('are you there?'));
    const faster = watched(room.setRate(2));
    await time.pass(20_000);
    server.isReachable = true;
    await time.pass(16_000);

    expect(said.answer).toMatchObject({ type: 'accepted' });
    expect(faster.answer).toEqual({ type: 'gone', why: 'offline' });
  });

  it('a silent server is noticed, although its connection stays open', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    await time.pass(5_000);

    server.isReachable = false;
    await time.pass(8_000);

    expect(room.current().connection.type).toBe('lost');
  });

  it('[EN3] the older of two pages is replaced, and does not fight', async () => {
    const { time, server, enter } = stage();
    const older = enter('anna', 1);
    await time.pass(500);

    const newer = enter('anna', 2);
    await time.pass(60_000);

    expect(older.current().connection).toEqual({ type: 'replaced' });
    expect(newer.current().connection).toEqual({ type: 'live' });
    expect(server.said.filter(({ type }) => type === 'enter').length).toBe(2);
  });
});

describe('heartbeats', () => {
  it('carry what is known of the player, once a second', async () => {
    const { time, server, enter } = stage();
    const room = enter('anna');
    room.tellVitals(() => ({ condition: 'WATCHING', syncErrorMs: -1.25, bufferedMs: 30_000 }));
    await time.pass(5_000);

    const before = server.heartbeats.length;
    await time.pass(10_000);

    expect(server.heartbeats.length - before).toBe(10);
    expect(server.heartbeats.at(-1)).toMatchObject({
      condition: 'WATCHING',
      roundTripMs: 40,
      syncErrorMs: -1.2,
      bufferedMs: 30_000,
    });
  });

  it('of a hidden page without a player say that the person is away', async () => {
    const { time, server, page, enter } = stage();
    enter('anna');
    await time.pass(5_000);

    page.signal('hidden');
    await time.pass(2_000);

    expect(server.heartbeats.at(-1)?.condition).toBe('AWAY');
  });
});
