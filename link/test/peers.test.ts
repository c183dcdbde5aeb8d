import { createKeeper } from '@matinee/browser/keeper';
import { describe, expect, it } from 'vitest';
import { openRoom } from '../src/openRoom';
import { type Channel, type Circuit, type CircuitEvents, circuitOver } from '../src/peers/circuit';
import { keeping } from '../src/peers/keeping';
import { memberIn } from '../src/peers/peerConnection';
import { circuitWithin, type OpenCircuit, peerTransport } from '../src/peers/peerTransport';
import type { Room } from '../src/room';
import { fakePage, seeded, type VirtualTime, virtualTime } from './virtualTime';

const FILM = {
  ref: { type: 'address', url: 'https://example.org/film.mp4' },
  title: 'A film',
  lengthMs: 600_000,
} as const;

type FakeChannel = { -readonly [Name in keyof Channel]: Channel[Name] } & {
  readonly sent: string[];
};

/** One end of a channel that is open; what it sends comes to the other end after `delayMs`, unless it is lost. */
const fakeChannel = (carry: (text: string) => void, closed: () => void): FakeChannel => {
  const channel: FakeChannel = {
    readyState: 'open',
    bufferedAmount: 0,
    sent: [],
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (data: unknown) => {
      channel.sent.push(String(data));
      carry(String(data));
    },
    close: () => {
      if (channel.readyState === 'open') {
        channel.readyState = 'closed';
        closed();
      }
    },
  };
  return channel;
};

type Pair = { readonly mine: FakeChannel; readonly theirs: FakeChannel };

const fakePair = ({ after }: Pick<VirtualTime, 'after'>, delayMs: number): Pair => {
  const to = (end: () => FakeChannel) => (data: string) => {
    after(delayMs, () => tell(end(), 'onmessage', { data }));
  };
  const shut = (end: () => FakeChannel) => () => {
    after(delayMs, () => {
      end().readyState = 'closed';
      tell(end(), 'onclose', {});
    });
  };
  const mine: FakeChannel = fakeChannel(
    to(() => theirs),
    shut(() => theirs),
  );
  const theirs: FakeChannel = fakeChannel(
    to(() => mine),
    shut(() => mine),
  );
  return { mine, theirs };
};

const tell = (
  channel: FakeChannel,
  what: 'onopen' | 'onmessage' | 'onclose',
  event: object,
): void => {
  (channel[what] as ((event: object) => void) | null)?.(event);
};

/** Anna's page keeps a room; others come by circuits on which a message takes 40 ms, and a probe 10. */
const kept = () => {
  const time = virtualTime();
  const startMs = 1_800_000_000_000;
  const { admit } = keeping({
    keeper: createKeeper('first', startMs),
    startMs,
    startedAtMs: time.nowMs(),
    clock: time.clock,
    after: time.after,
  });
  const enter = (name: string, open: OpenCircuit): Room =>
    openRoom({
      syncUrl: '',
      getTicket: async () => ({ type: 'ticket', ticket: 'circuit' }),
      transport: peerTransport({ after: time.after, ...fakePage() }, open),
      clock: time.clock,
      chance: seeded(name.length),
    });
  const pairs: Pair[] = [];
  const remote =
    (member: string): OpenCircuit =>
    (events: CircuitEvents): Circuit => {
      const room = fakePair(time, 40);
      const clock = fakePair(time, 10);
      pairs.push(room, clock);
      let keepers: CircuitEvents | undefined;
      const circuit = circuitOver(
        { room: room.theirs, clock: clock.theirs },
        {
          opened: () => {},
          received: (text) => keepers?.received(text),
          closed: (code, reason) => keepers?.closed(code, reason),
        },
      );
      keepers = admit({ member, name: member }, circuit);
      time.after(40, () => tell(room.mine, 'onopen', {}));
      return circuitOver({ room: room.mine, clock: clock.mine }, events);
    };
  const anna = enter(
    'anna',
    circuitWithin((circuit) => admit({ member: 'anna', name: 'Anna' }, circuit)),
  );
  const ben = enter('ben', remote('ben'));
  return { time, anna, ben, pairs };
};

const typeOf = (text: string): unknown => (JSON.parse(text) as { readonly type: unknown }).type;

const stateOf = (room: Room) => room.current().state;

describe('a room that one of the pages keeps', () => {
  it('[PE7] is the same for both, and their clocks are one', async () => {
    const { time, anna, ben } = kept();
    await time.pass(3_000);

    ben.load(FILM);
    await time.pass(500);
    anna.report({ type: 'reportReady' });
    ben.report({ type: 'reportReady' });
    await time.pass(500);
    ben.play();
    await time.pass(500);
    anna.say('hello');
    await time.pass(3_000);

    expect(stateOf(ben)).toEqual(stateOf(anna));
    expect(stateOf(anna)?.stage).toMatchObject({ playback: { type: 'playing' } });
    expect(Math.abs((anna.roomTimeMs() ?? 0) - (ben.roomTimeMs() ?? 0))).toBeLessThan(0.01);
    expect(anna.positionMs()).toBeGreaterThan(3_000);
  });

  it('[PE7] probes over the clock once the room has spoken, and over the room where that is gone', async () => {
    const { time, pairs } = kept();
    await time.pass(5_000);
    const [room, clock] = pairs;
    const before = clock?.mine.sent.length ?? 0;

    clock?.mine.close();
    await time.pass(5_000);

    expect(room?.mine.sent.slice(0, 2).map(typeOf)).toEqual(['enter', 'heartbeat']);
    expect(before).toBeGreaterThan(10);
    expect(clock?.mine.sent.length).toBe(before);
    expect(room?.mine.sent.at(-1)).toContain('"heartbeat"');
  });

  it('[PE8] tells why it ends', async () => {
    const { time, anna, ben } = kept();
    await time.pass(1_000);

    anna.kick('ben');
    await time.pass(1_000);

    expect(ben.current().connection).toEqual({ type: 'refused', why: 'kicked' });
  });

  it('is come back to where a circuit breaks, and what was missed is told', async () => {
    const { time, anna, ben, pairs } = kept();
    await time.pass(1_000);

    pairs[0]?.theirs.close();
    anna.say('while you were away');
    await time.pass(5_000);

    expect(ben.current().connection).toEqual({ type: 'live' });
    expect(stateOf(ben)).toEqual(stateOf(anna));
  });
});

describe('a circuit', () => {
  const ends = () => {
    const time = virtualTime();
    const room = fakePair(time, 10);
    const clock = fakePair(time, 10);
    const heard: unknown[] = [];
    const circuit = circuitOver(
      { room: room.mine, clock: clock.mine },
      {
        opened: () => {},
        received: (text) => heard.push(text),
        closed: (code, reason) => heard.push([code, reason]),
      },
    );
    return { time, room, clock, heard, circuit };
  };

  it('[PE7] ends where the other end does not read, and leaves out what is worth nothing later', () => {
    const { room, heard, circuit } = ends();

    room.mine.bufferedAmount = 70_000;
    circuit.pass('a cheer');
    circuit.send('an event');
    room.mine.bufferedAmount = 1_100_000;
    circuit.send('another');

    expect(room.mine.sent).toEqual(['an event', 'close 4001 slow reader']);
    expect(heard).toEqual([[4001, 'slow reader']]);
  });

  it('[PE8] hears nothing after the other end has said goodbye, and says nothing', async () => {
    const { time, room, heard, circuit } = ends();

    room.theirs.send('first');
    room.theirs.send('close 4105 put out of the room');
    room.theirs.send('too late');
    await time.pass(100);
    circuit.send('too late');

    expect(heard).toEqual(['first', [4105, 'put out of the room']]);
    expect(room.mine.sent).toEqual([]);
  });

  it('[PE9] is whose certificate is named, once', () => {
    const digest = Array.from({ length: 32 }, () => 'AB').join(':');
    const one = `v=0\r\na=fingerprint:sha-256 ${digest}\r\n`;

    expect(memberIn(one)).toBe('ab'.repeat(32));
    expect(memberIn('v=0\r\n')).toBeUndefined();
    expect(memberIn(one + one)).toBeUndefined();
    expect(memberIn(`${one}a=fingerprint:sha-1 AB\r\n`)).toBeUndefined();
  });
});
