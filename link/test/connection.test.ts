import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../src/backoff';
import { connectionStateOf, step, timerAtMs } from '../src/connection';
import { closed, entered, ticket, walk } from './walk';

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
    [4105, { type: 'refused', why: 'kicked' }],
    [4106, { type: 'refused', why: 'banned' }],
    [4107, { type: 'refused', why: 'locked' }],
    [4108, { type: 'refused', why: 'memberGone' }],
    [4109, { type: 'refused', why: 'otherCompanions' }],
    [4401, { type: 'refused', why: 'signedOut' }],
    [4499, { type: 'refused', why: 'misbehaved' }],
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

  it('[RG3] a room that has moved is asked for where it is, when the server said', () => {
    const { state, last } = walk(
      ...entered(1_010),
      [9_000, closed(4004, 'region=us-east-1 retry-after-ms=12')],
      [9_012, { type: 'timer' }],
    );

    expect(last).toEqual([{ type: 'getTicket', attempt: 2, region: 'us-east-1' }]);
    expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 9_000 });
  });

  it.each(['the room moved', 'region=US', 'region=us.evil.example', `region=${'u'.repeat(33)}`])(
    '[RG3] where it is not told where it moved, it is asked for as before: %s',
    (reason) => {
      const { state } = walk(...entered(1_010), [9_000, closed(4004, reason)]);

      const [, back] = step(state, { type: 'timer' }, { nowMs: 9_250, chance: 0 });

      expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 9_000, retryAtMs: 9_250 });
      expect(back).toEqual([{ type: 'getTicket', attempt: 2 }]);
    },
  );
});

describe('losing the connection', () => {
  it('[EN4] a gap means to connect again', () => {
    const { state, last } = walk(...entered(1_010), [9_000, { type: 'gap' }]);

    expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 9_000, retryAtMs: 9_250 });
    expect(last).toEqual([{ type: 'drop', code: 4000 }]);
  });

  it('[EN4] what cannot be read means to connect again', () => {
    const { state, last } = walk(...entered(1_010), [9_000, { type: 'unreadable' }]);

    expect(connectionStateOf(state)).toEqual({ type: 'lost', sinceMs: 9_000, retryAtMs: 9_250 });
    expect(last).toEqual([{ type: 'drop', code: 4000 }]);
  });

  it('[EN4] what cannot be read as soon as the room is told anew is beyond this program', () => {
    const { state, last } = walk(
      ...entered(1_010),
      [9_000, { type: 'unreadable' }],
      [9_250, { type: 'timer' }],
      [9_260, { type: 'ticket', attempt: 2, reply: { type: 'ticket', ticket: 't' } }],
      [9_270, { type: 'opened', attempt: 2 }],
      [9_280, { type: 'welcomed' }],
      [9_290, { type: 'unreadable' }],
    );

    expect(connectionStateOf(state)).toEqual({ type: 'refused', why: 'outdated' });
    expect(last).toEqual([{ type: 'drop', code: 4000 }]);
  });

  it('[EN4] what cannot be read after the room went on well for a while is tried again', () => {
    const { state } = walk(
      ...entered(1_010),
      [9_000, { type: 'unreadable' }],
      [9_250, { type: 'timer' }],
      [9_260, { type: 'ticket', attempt: 2, reply: { type: 'ticket', ticket: 't' } }],
      [9_270, { type: 'opened', attempt: 2 }],
      [9_280, { type: 'welcomed' }],
      [20_000, { type: 'unreadable' }],
    );

    expect(connectionStateOf(state).type).toBe('lost');
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
