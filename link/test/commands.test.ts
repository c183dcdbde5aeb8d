import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../src/answer';
import { type Connection, connectionStateOf, type Input, setOut, step } from '../src/connection';
import type { Wish } from '../src/wish';
import { closed, command, entered, START_MS, settle, ticket, walk, wanted } from './walk';

describe('commands', () => {
  it('[CO1] [ID6] one without an answer is sent again, and says so, in the old order', () => {
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
      { type: 'send', command: { ...one, again: true } },
      { type: 'send', command: { ...two, again: true } },
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
