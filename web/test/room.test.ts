import type { RoomEvent } from '@matinee/link/roomEvent';
import { expect, it } from 'vitest';
import { happeningText } from '../src/chat/happeningText';
import { unreadAfter } from '../src/chat/unread';
import { signedMs } from '../src/people/syncError';
import { clockText } from '../src/player/position';
import { announcementsOf } from '../src/room/announcements';
import { controlOfAll } from '../src/room/control';
import { linesOf, merged, positionAt } from '../src/room/conversation';
import { disappointment } from '../src/room/disappointment';
import { nameOf } from '../src/room/name';
import { waitedForNames } from '../src/room/names';
import type { ChatLine, RoomView } from '../src/room/view';
import { en } from '../src/texts/en';
import { person } from './person';

const said = (key: number, by: string, text = 'hello'): ChatLine => ({
  type: 'said',
  key,
  atMs: key,
  by,
  name: by,
  text,
  isEdited: false,
  reactions: [],
});

const untagged = (_: string, name: string) => name;

const view = (rest: Partial<RoomView> = {}): RoomView => ({
  contact: { type: 'live' },
  stage: { type: 'idle' },
  control: controlOfAll('EVERYONE'),
  rights: new Set(),
  writers: 'EVERYBODY',
  mayWrite: true,
  asks: new Set(),
  proposals: [],
  queue: { autoAdvance: true, items: [] },
  gate: { type: 'everyone' },
  door: { access: 'LINK', capacity: 20_000, newcomers: 'MEMBER' },
  isLocked: false,
  people: [person('Anna', { isSelf: true })],
  banned: [],
  chat: [],
  unsent: [],
  wished: {},
  hasEarlier: false,
  hasLater: false,
  player: { type: 'none' },
  ...rest,
});

it('positions are written as people write them', () => {
  expect([-5, 0, 999, 59_999, 2_527_000, 3_731_000].map(clockText)).toEqual([
    '0:00',
    '0:00',
    '0:00',
    '0:59',
    '42:07',
    '1:02:11',
  ]);
});

it('sync errors carry a sign', () => {
  expect([0.3, 2.2, -14].map(signedMs)).toEqual(['±0', '+2', '−14']);
});

it('unread are the messages of others since the last seen', () => {
  const chat = [said(1, 'Jonas'), said(2, 'Jonas'), said(3, 'Anna'), said(4, 'Theo')];

  expect(unreadAfter(chat, 1, 'Anna')).toBe(2);
});

it('[ME5] a name has 1 to 40 characters and no control characters', () => {
  const names = [
    ' Anna ',
    '',
    ' ',
    '😀'.repeat(20),
    '😀'.repeat(21),
    'x'.repeat(41),
    'a\u0007b',
  ].map(nameOf);

  expect(names).toEqual([
    { type: 'name', value: 'Anna' },
    { type: 'invalid', why: 'emptyName' },
    { type: 'invalid', why: 'emptyName' },
    { type: 'name', value: '😀'.repeat(20) },
    { type: 'invalid', why: 'longName' },
    { type: 'invalid', why: 'longName' },
    { type: 'invalid', why: 'badName' },
  ]);
});

it('whom the room waits for is said by name, more than two as others', () => {
  const waited = ['A', 'B', 'C'].map((id) => person(id, { waitedFor: true }));

  const names = [0, 1, 2, 3].map((n) => waitedForNames(en, view({ people: waited.slice(0, n) })));

  expect(names).toEqual(['', 'A', 'A, B', 'A and 2 others']);
});

it('what others say, whom the room waits for and a lost connection are announced, own words are not', () => {
  const before = view();
  const after = view({
    contact: { type: 'lost' },
    people: [person('Anna', { isSelf: true }), person('Мария', { waitedFor: true })],
    chat: [said(1, 'Anna'), said(2, 'Jonas', 'hi')],
  });

  expect(announcementsOf(en, before, after)).toEqual([
    'Jonas: hi',
    'Waiting for Мария',
    'Connection lost.',
  ]);
});

const at = { atMs: 1000 };
const paused = (positionMs: number) => ({ type: 'paused', positionMs, rate: 1 }) as const;

it('[PB3] a scheduled start stands on its anchor until then', () => {
  const playback = { type: 'playing', anchorMs: 1000, positionMs: 500, rate: 2 } as const;

  expect([900, 1000, 1500].map((now) => positionAt(playback, now))).toEqual([500, 500, 1500]);
});

it('events become a conversation: who came, what was said, where it went, several moves as one', () => {
  const events: readonly RoomEvent[] = [
    { ...at, revision: 1, type: 'joined', member: 'a', name: 'Anna' },
    { ...at, revision: 2, type: 'said', by: 'a', command: 'c', text: 'hello' },
    {
      ...at,
      revision: 3,
      type: 'playbackChanged',
      by: 'a',
      command: 'c',
      cause: 'SEEKED',
      playback: paused(90_000),
    },
    {
      ...at,
      revision: 4,
      type: 'playbackChanged',
      by: 'a',
      command: 'c',
      cause: 'SEEKED',
      playback: paused(60_000),
    },
    { ...at, revision: 5, type: 'playbackChanged', cause: 'WAIT_ENDED', playback: paused(60_000) },
    { ...at, revision: 6, type: 'renamed', member: 'a', name: 'Anne', by: 'a', command: 'c' },
    { ...at, revision: 7, type: 'left', member: 'b' },
  ];

  const lines = linesOf(events, new Map(), untagged);

  expect(lines).toEqual([
    { type: 'happened', key: 1, ...at, what: { type: 'joined', name: 'Anna' } },
    { ...said(2, 'a'), ...at, name: 'Anna' },
    {
      type: 'happened',
      key: 4,
      ...at,
      what: { type: 'wentBack', name: 'Anna', positionMs: 60_000 },
    },
    { type: 'happened', key: 6, ...at, what: { type: 'renamed', before: 'Anna', name: 'Anne' } },
    { type: 'happened', key: 7, ...at, what: { type: 'left', name: '' } },
  ]);
});

it('[ID7] what was planned is told of as that, and as nobody has wished it', () => {
  const planned = (what: string) => ({ ...at, by: 'a', command: `planned-${what}` });
  const playbackChanged = { type: 'playbackChanged', playback: paused(0) } as const;

  const lines = linesOf(
    [
      {
        ...planned('step-load-0'),
        revision: 1,
        type: 'mediaLoaded',
        media: {
          ref: { type: 'address', url: 'https://example.org/film.mp4' },
          title: 'Metropolis',
        },
      },
      { ...planned('step-seek-1'), ...playbackChanged, revision: 2, cause: 'SEEKED' },
      { ...planned('evening-0'), ...playbackChanged, revision: 3, cause: 'PLAYED' },
    ],
    new Map([['a', 'Anna']]),
    untagged,
  );

  expect(lines).toEqual([
    { type: 'happened', key: 1, ...at, what: { type: 'loaded', name: '', title: 'Metropolis' } },
    { type: 'happened', key: 3, ...at, what: { type: 'begun', title: 'Metropolis' } },
  ]);
});

it('[CH3] a line mentions whom it names since it was edited', () => {
  const mentions = (events: readonly RoomEvent[]) =>
    linesOf(events, new Map([['b', 'Ben']]), untagged).map((line) =>
      line.type === 'said' ? line.mentions : undefined,
    );
  const by = { ...at, by: 'a', command: 'c' };
  const said = { ...by, revision: 1, type: 'said', text: '@Ben', mentions: ['b'] } as const;
  const edited = { ...by, revision: 2, type: 'lineEdited', line: 1 } as const;

  expect(mentions([said])).toEqual([[{ id: 'b', name: 'Ben' }]]);
  expect(mentions([said, { ...edited, text: 'all' }])).toEqual([undefined]);
  expect(
    mentions([
      { ...said, mentions: ['c'] },
      { ...edited, text: '@Ben', mentions: ['b'] },
    ]),
  ).toEqual([[{ id: 'b', name: 'Ben' }]]);
});

it('[CH3] a line reads as it was edited, with its emojis, and so does what quotes it', () => {
  const by = (revision: number, member: string) => ({ ...at, revision, by: member, command: 'c' });
  const lines = linesOf(
    [
      { ...by(1, 'a'), type: 'said', text: 'helo' },
      { ...by(2, 'b'), type: 'said', text: 'what?', to: 1 },
      { ...by(3, 'a'), type: 'lineEdited', line: 1, text: 'hello' },
      { ...by(4, 'b'), type: 'reacted', line: 1, emoji: '👍', on: true },
      { ...by(5, 'a'), type: 'reacted', line: 1, emoji: '👍', on: true },
      { ...by(6, 'b'), type: 'reacted', line: 1, emoji: '👍', on: false },
    ],
    new Map([['a', 'Anna']]),
    untagged,
  );

  expect(lines).toEqual([
    {
      ...said(1, 'a'),
      ...at,
      name: 'Anna',
      isEdited: true,
      reactions: [{ emoji: '👍', by: ['a'] }],
    },
    {
      ...said(2, 'b', 'what?'),
      ...at,
      name: '',
      answers: { key: 1, name: 'Anna', text: 'hello' },
    },
  ]);
});

it('[CH8] of what was removed the place stays, also where nobody told what it was', () => {
  const removed = { ...at, type: 'lineRemoved', command: 'c' } as const;
  const lines = linesOf(
    [
      { ...at, revision: 2, type: 'said', by: 'a', command: 'c', text: 'hello' },
      { ...at, revision: 3, type: 'said', by: 'a', command: 'c', text: 'yes', to: 2 },
      { ...removed, revision: 4, line: 2, member: 'a', by: 'a' },
      { ...removed, revision: 5, line: 1, member: 'b', by: 'a' },
    ],
    new Map([['a', 'Anna']]),
    untagged,
  );

  expect(lines).toEqual([
    { type: 'removed', key: 1, ...at, name: '', remover: 'Anna' },
    { type: 'removed', key: 2, ...at, name: 'Anna' },
    { ...said(3, 'a', 'yes'), ...at, name: 'Anna', answers: { key: 2, name: '' } },
  ]);
});

it('[CH5] a line tells whom it mentions, and whether the place that it is about is of the loaded film', () => {
  const by = (revision: number) => ({ ...at, revision, by: 'a', command: 'c' });
  const media = { ref: { type: 'upload', film: 'f' }, title: 'F' } as const;
  const lines = linesOf(
    [
      { ...by(1), type: 'said', text: 'then', positionMs: 7000 },
      { ...by(2), type: 'mediaLoaded', media },
      { ...by(3), type: 'said', text: '@Ben', mentions: ['b', 'x'], positionMs: 9000 },
    ],
    new Map([['b', 'Ben']]),
    untagged,
  );

  expect(lines.filter(({ type }) => type === 'said')).toEqual([
    { ...said(1, 'a', 'then'), ...at, name: '', position: { positionMs: 7000, isOfLoaded: false } },
    {
      ...said(3, 'a', '@Ben'),
      ...at,
      name: '',
      mentions: [
        { id: 'b', name: 'Ben' },
        { id: 'x', name: '' },
      ],
      position: { positionMs: 9000, isOfLoaded: true },
    },
  ]);
});

it('somebody whose name nobody knows any more is somebody', () => {
  expect(happeningText(en, { type: 'left', name: '' })).toBe('Somebody left');
});

it('pages of history and live events join in order, each once', () => {
  const event = (revision: number): RoomEvent => ({
    ...at,
    revision,
    type: 'said',
    by: 'a',
    command: 'c',
    text: '',
  });

  const all = merged([event(3), event(4)], [event(1), event(3)]);

  expect(all.map(({ revision }) => revision)).toEqual([1, 3, 4]);
});

it('only what really was not done is told', () => {
  const told = [
    disappointment({ type: 'accepted', revision: 1 }),
    disappointment({ type: 'rejected', reason: 'NO_CHANGE' }),
    disappointment({ type: 'rejected', reason: 'NOT_ALLOWED' }),
    disappointment({ type: 'gone', why: 'superseded' }),
    disappointment({ type: 'gone', why: 'offline' }),
  ];

  expect(told).toEqual([undefined, undefined, 'NOT_ALLOWED', undefined, 'NOT_CONNECTED']);
});
