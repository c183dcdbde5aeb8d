import { expect, it } from 'vitest';
import type { Message } from '../src/api/conversations';
import { followsOn, merged } from '../src/conversations/messages';
import { standingOf } from '../src/conversations/standing';
import { told } from '../src/friends/newsEvents';

const said = (number: number, change: number, text: string, by = 'anna'): Message => ({
  type: 'said',
  number,
  change,
  by,
  at: new Date(1_790_000_000_000 + number * 1000).toISOString(),
  text,
});

it('of two states of a message the later change counts, whichever comes first', () => {
  const first = said(1, 1, 'Tonihgt?');
  const edited = said(1, 3, 'Tonight?');
  const second = said(2, 2, 'Yes');

  expect(merged([first], [edited, second])).toEqual([edited, second]);
  expect(merged([edited], [second, first])).toEqual([edited, second]);
});

it('a message goes on with what the same person said just before', () => {
  const later = { ...said(3, 3, 'c'), at: new Date(1_790_000_000_000 + 600_000).toISOString() };

  expect(followsOn(said(2, 2, 'b'), said(1, 1, 'a'))).toBe(true);
  expect(followsOn(said(2, 2, 'b'), said(1, 1, 'a', 'jonas'))).toBe(false);
  expect(followsOn(later, said(2, 2, 'b'))).toBe(false);
  expect(followsOn(said(1, 1, 'a'), undefined)).toBe(false);
});

it('an invitation is open until it is answered, or a day old', () => {
  const invitation = {
    type: 'invited',
    number: 1,
    change: 1,
    by: 'anna',
    at: '2026-11-23T18:00:00Z',
    room: 'a-room',
    title: '',
    answer: 'none',
    endsAt: '2026-11-24T18:00:00Z',
  } as const;
  const end = Date.parse(invitation.endsAt);

  expect(standingOf(invitation, end - 1)).toBe('open');
  expect(standingOf(invitation, end)).toBe('expired');
  expect(standingOf({ ...invitation, answer: 'declined' }, end)).toBe('declined');
});

it('events are read from a stream, however it is cut', () => {
  const whole = 'id: 7\ndata: {"news":7}\n\n:\n\nid: 8\ndata: {"news":8}\n\nid: 9\nda';

  expect(told(whole)).toEqual({ numbers: [7, 8], friends: false, rest: 'id: 9\nda' });
  expect(told('id: 9\ndata: {"news":9}\n\n')).toEqual({
    numbers: [9],
    friends: false,
    rest: '',
  });
});

it('it is told that it is another friend who is here only when the event is whole', () => {
  expect(told('event: friends\ndata:\n')).toEqual({
    numbers: [],
    friends: false,
    rest: 'event: friends\ndata:\n',
  });
  expect(told('event: friends\ndata:\n\nid: 9\n')).toEqual({
    numbers: [],
    friends: true,
    rest: 'id: 9\n',
  });
});
