import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../src/answer';
import { backoffMs } from '../src/backoff';
import {
  type Connection,
  connectionStateOf,
  type Effect,
  type Input,
  setOut,
  step,
  timerAtMs,
} from '../src/connection';
import type { Command, Wish } from '../src/wish';

const START_MS = 1_000;

/** A connection walked through inputs, each at its instant; chance is always a half. */
const walk = (...inputs: readonly (readonly [atMs: number, input: Input])[]) => {
  let [state, effects] = setOut(START_MS);
  const done: Effect[] = [...effects];
  for (const [nowMs, input] of inputs) {
    [state, effects] = step(state, input, { nowMs, chance: 0.5 });
    done.push(...effects);
  }
  return { state, done, last: effects };
};

const ticket = (attempt = 1): Input => ({
  type: 'ticket',
  attempt,
  reply: { type: 'ticket', ticket: 't' },
});
const entered = (atMs: number, attempt = 1): readonly (readonly [number, Input])[] => [
  [atMs, ticket(attempt)],
  [atMs, { type: 'opened', attempt }],
  [atMs, { type: 'welcomed' }],
];
const command = (id: string, wish: Wish = { type: 'say', text: id }): Command => ({
  ...wish,
  id,
  seen: 3,
});
const wanted = (id: string, wish?: Wish): Input => ({
  type: 'command',
  command: command(id, wish),
});
const closed = (code: number, reason = '', attempt = 1): Input => ({
  type: 'closed',
  attempt,
  code,
  reason,
});
const settle = (id: string, answer: Answer): Effect => ({ type: 'settle', id, answer });

describe('the way in', () => {
  it('[EN1] asks for a ticket, opens with it and enters', () => {
    const inputs = [
      [1_010, ticket()],
      [1_020, { type: 'opened', attempt: 1 }],
      [1_030, { type: 'welcomed' }],
    ] as const;

    const { done, state } = walk(...inputs);

    expect(done).toEqual([
      { type: 'getTicket', attempt: 1 },
      { type: 'open', attempt: 1, ticket: 't' },
      { type: 'enter' },
    ]);
    expect(connectionStateOf(state)).toEqual({ type: 'live' });
  });

  it('a refused ticket ends it, with the reason', () => {
    const reply = { type: 'refused', why: 'noSuchRoom' } as const;

    const { state } = walk([1_010, { type: 'ticket', attempt: 1, reply }]);

    expect(connectionStateOf(state)).toEqual({ type: 'refused', why: 'noSuchRoom' });
    expect(timerAtMs(state)).toBe(Number.POSITIVE_INFINITY);
  });

  it('a server out of reach is asked again, no sooner than it said', () => {
    const reply = { type: 'unreachable', retryAfterMs: 4_000 } as const;

    const { state } = walk([1_010, { type: 'ticket', attempt: 1, reply }]);

    expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 1_010, retryAtMs: 5_010 });
  });

  it('a step that takes longer than 10 s is given up', () => {
    const { state, last } = walk([1_010, ticket()], [11_010, { type: 'timer' }]);

    expect(connectionStateOf(state)).toMatchObject({ type: 'lost', retryAtMs: 11_260 });
    expect(last).toEqual([{ type: 'drop', code: 4000 }]);
  });

  it('what comes from an earlier try is dropped', () => {
    const { state: before } = walk(
      ...entered(1_010),
      [2_000, closed(1006)],
      [3_000, { type: 'timer' }],
    );

    const [after, effects] = step(before, closed(4100), { nowMs: 3_001, chance: 0 });

    expect(after).toBe(before);
    expect(effects).toEqual([]);
  });
});

describe('close codes', () => {
  it('[EN3] a replaced connection stays away until the person asks', () => {
    const { state } = walk(...entered(1_010), [2_000, closed(4100)]);

    const [, back] = step(state, { type: 'comeBack' }, { nowMs: 9_000, chance: 0 });

    expect(connectionStateOf(state)).toEqual({ type: 'replaced' });
    expect(timerAtMs(state)).toBe(Number.POSITIVE_INFINITY);
    expect(back).toEqual([{ type: 'getTicket', attempt: 2 }]);
  });

  it.each([
    [1000, { type: 'left' }],
    [4101, { type: 'refused', why: 'misbehaved' }],
    [4102, { type: 'refused', why: 'roomFull' }],
    [4103, { type: 'refused', why: 'misbehaved' }],
    [4199, { type: 'refused', why: 'misbehaved' }],
  ])('%i means not to come back', (code, expected) => {
    const { state } = walk(...entered(1_010), [2_000, closed(code)]);

    expect(connectionStateOf(state)).toEqual(expected);
  });

  it.each([1001, 1002, 1003, 1006, 1007, 1009, 1011, 1013, 4001, 4002, 4003, 4050])(
    '%i means to come back',
    (code) => {
      const { state } = walk(...entered(1_010), [9_000, closed(code)]);

      expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 9_000, retryAtMs: 9_250 });
    },
  );

  it('a stopping server says when to come back, and so it happens', () => {
    const { state } = walk(...entered(1_010), [9_000, closed(1001, 'bye retry-after-ms=2345')]);

    expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 9_000, retryAtMs: 11_345 });
  });
});

describe('losing the connection', () => {
  it('[EN4] a gap means to connect again', () => {
    const { state, last } = walk(...entered(1_010), [9_000, { type: 'gap' }]);

    expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 9_000, retryAtMs: 9_250 });
    expect(last).toEqual([{ type: 'drop', code: 4000 }]);
  });

  it('6 s without a sign of life after a probe mean that it is gone', () => {
    const silent = walk(...entered(1_010), [2_000, { type: 'probed' }], [8_000, { type: 'timer' }]);
    const heard = walk(
      ...entered(1_010),
      [2_000, { type: 'probed' }],
      [7_999, { type: 'heard' }],
      [8_000, { type: 'timer' }],
    );

    expect(connectionStateOf(silent.state).type).toBe('lost');
    expect(connectionStateOf(heard.state).type).toBe('live');
  });

  it('when the network changed, 2 s are enough', () => {
    const { state, last } = walk(...entered(1_010), [3_000, { type: 'doubt' }]);

    expect(last).toEqual([{ type: 'probe' }]);
    expect(timerAtMs(state)).toBe(5_000);
  });

  it('a page that slept asks once more before it gives up', () => {
    const { state, last } = walk(
      ...entered(1_010),
      [2_000, { type: 'probed' }],
      [60_000, { type: 'timer' }],
    );

    expect(last).toEqual([{ type: 'probe' }]);
    expect(timerAtMs(state)).toBe(62_000);
  });

  it('coming online or into view ends the waiting at once', () => {
    const { last } = walk(...entered(1_010), [9_000, closed(1006)], [9_001, { type: 'doubt' }]);

    expect(last).toEqual([{ type: 'getTicket', attempt: 2 }]);
  });

  it('connections that break at once are failures in a row', () => {
    const { state } = walk(
      ...entered(1_010),
      [1_500, closed(1006)],
      [2_000, { type: 'timer' }],
      ...entered(2_010, 2),
      [2_500, closed(1006, '', 2)],
    );

    expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 2_500, retryAtMs: 3_000 });
  });

  it('stands back between 0 and a cap of 0.5 s to 15 s, whatever happens', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const ms = backoffMs(failures, chance);

        return ms >= 0 && ms <= 15_000 && ms <= 500 * 2 ** failures;
      }),
    );
  });
});

describe('commands', () => {
  it('[CO1] one without an answer is sent again unchanged, in the old order', () => {
    const one = command('a', { type: 'pause' });
    const two = command('b', {
      type: 'load',
      media: { ref: { type: 'upload', film: 'f' }, title: 'T' },
    });

    const { last } = walk(
      ...entered(1_010),
      [2_000, { type: 'command', command: one }],
      [2_001, { type: 'command', command: two }],
      [9_000, closed(1006)],
      [9_500, { type: 'timer' }],
      ...entered(60_000, 2),
    );

    expect(last).toEqual([
      { type: 'send', command: one },
      { type: 'send', command: two },
    ]);
  });

  it('[CO1] an answer settles its command, and no other', () => {
    const answer: Answer = { type: 'accepted', revision: 7 };

    const { state, last } = walk(
      ...entered(1_010),
      [2_000, wanted('a')],
      [2_001, wanted('b')],
      [2_002, { type: 'answered', id: 'b', answer }],
    );

    expect(last).toEqual([settle('b', answer)]);
    expect(state.outstanding).toEqual([command('a')]);
  });

  it('[CO2] a seventeenth without an answer is refused at once', () => {
    const sixteen = Array.from({ length: 16 }, (_, n) => [2_000 + n, wanted(`c${n}`)] as const);

    const { last } = walk(...entered(1_010), ...sixteen, [2_100, wanted('one more')]);

    expect(last).toEqual([settle('one more', { type: 'gone', why: 'tooMany' })]);
  });

  it('while offline, words are kept, and of playback the last wish of each kind', () => {
    const { last, done } = walk(
      ...entered(1_010),
      [9_000, closed(1006)],
      [9_001, wanted('say1')],
      [9_002, wanted('play', { type: 'play' })],
      [9_003, wanted('seek1', { type: 'seek', positionMs: 5 })],
      [9_004, wanted('pause', { type: 'pause' })],
      [9_005, wanted('seek2', { type: 'seek', positionMs: 6 })],
      [9_006, wanted('say2')],
      [9_250, { type: 'timer' }],
      ...entered(9_300, 2),
    );

    expect(last.map((each) => each.type === 'send' && each.command.id)).toEqual([
      'say1',
      'pause',
      'seek2',
      'say2',
    ]);
    expect(done.filter((each) => each.type === 'settle')).toEqual([
      settle('play', { type: 'gone', why: 'superseded' }),
      settle('seek1', { type: 'gone', why: 'superseded' }),
    ]);
  });

  it('while offline, every other wish is refused at once', () => {
    const { last } = walk(
      ...entered(1_010),
      [9_000, closed(1006)],
      [9_001, wanted('r', { type: 'setRate', rate: 2 })],
    );

    expect(last).toEqual([settle('r', { type: 'gone', why: 'offline' })]);
  });

  it('a kept wish about playback is refused when the room stays away for 10 s', () => {
    const { last, state } = walk(
      [1_010, wanted('p', { type: 'pause' })],
      [1_020, wanted('s')],
      [11_010, { type: 'timer' }],
    );

    expect(last[0]).toEqual(settle('p', { type: 'gone', why: 'tooLate' }));
    expect(state.kept.map((each) => each.command.id)).toEqual(['s']);
  });

  it('leaving says so, and nothing is left without an answer', () => {
    const { last, state } = walk(
      ...entered(1_010),
      [2_000, wanted('a')],
      [2_001, { type: 'leave' }],
    );

    expect(last).toEqual([
      { type: 'sendLeave' },
      { type: 'drop', code: 1000 },
      settle('a', { type: 'gone', why: 'over' }),
    ]);
    expect(connectionStateOf(state)).toEqual({ type: 'left' });
  });

  it('every command is settled once, or still on its way, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 120 }), (inputs) => {
        const account = accountOf(inputs);

        expect(account.settled).toEqual([...new Set(account.settled)]);
        expect([...account.settled, ...account.open].sort()).toEqual(account.made.sort());
        expect(account.mostOpen).toBeLessThanOrEqual(16);
      }),
    );
  });
});

type Happening = { readonly input: Input['type']; readonly wish: Wish; readonly laterMs: number };

const anyInput: fc.Arbitrary<Happening> = fc.record({
  input: fc.constantFrom(
    'ticket',
    'opened',
    'welcomed',
    'welcomed',
    'answered',
    'closed',
    'gap',
    'timer',
    'doubt',
    'comeBack',
    'command',
    'command',
    'command',
    'command',
  ),
  wish: fc.constantFrom<Wish>(
    { type: 'play' },
    { type: 'pause' },
    { type: 'seek', positionMs: 1 },
    { type: 'say', text: 'x' },
    { type: 'rename', name: 'n' },
  ),
  laterMs: fc.nat(4_000),
});

const inputOf = (happening: Happening, state: Connection, id: string): Input => {
  const { attempt } = state;
  switch (happening.input) {
    case 'ticket':
      return ticket(attempt);
    case 'opened':
      return { type: 'opened', attempt };
    case 'closed':
      return closed(1006, '', attempt);
    case 'answered':
      return {
        type: 'answered',
        id: state.outstanding[0]?.id ?? 'none',
        answer: { type: 'accepted', revision: 1 },
      };
    case 'command':
      return wanted(id, happening.wish);
    case 'welcomed':
    case 'gap':
    case 'timer':
    case 'doubt':
    case 'comeBack':
      return { type: happening.input };
    default:
      throw new Error(happening.input);
  }
};

const accountOf = (happenings: readonly Happening[]) => {
  let [state] = setOut(START_MS);
  let nowMs = START_MS;
  let mostOpen = 0;
  const made: string[] = [];
  const settled: string[] = [];
  for (const [index, happening] of happenings.entries()) {
    nowMs += happening.laterMs;
    const input = inputOf(happening, state, `c${index}`);
    if (input.type === 'command') {
      made.push(input.command.id);
    }
    const [next, effects] = step(state, input, { nowMs, chance: 0.5 });
    state = next;
    settled.push(...effects.flatMap((each) => (each.type === 'settle' ? [each.id] : [])));
    mostOpen = Math.max(mostOpen, state.outstanding.length);
  }
  const open = [...state.outstanding, ...state.kept.map((each) => each.command)].map(
    ({ id }) => id,
  );
  return { made, settled, open, mostOpen };
};
