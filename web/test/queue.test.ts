import { expect, it } from 'vitest';
import { linesOf } from '../src/room/conversation';
import { arranged } from '../src/room/queue';
import type { QueueItem } from '../src/room/view';

const film = (title: string) => ({ ref: { type: 'upload', film: title }, title }) as const;

const item = (number: number): QueueItem => ({
  item: number,
  media: film(`Film ${number}`),
  member: 'anna',
  votes: [],
});

it('[QU2] what was moved stands there at once', () => {
  const queue = { autoAdvance: true, items: [item(1), item(2), item(3)] };

  const orders = [
    arranged(queue, {}),
    arranged(queue, { moved: { item: 3, to: 0 } }),
    arranged(queue, { moved: { item: 1, to: 1 } }),
    arranged(queue, { moved: { item: 1, to: 199 } }),
    arranged(queue, { moved: { item: 9, to: 0 } }),
  ].map(({ items }) => items.map((one) => one.item));

  expect(orders).toEqual([
    [1, 2, 3],
    [3, 1, 2],
    [2, 1, 3],
    [2, 3, 1],
    [1, 2, 3],
  ]);
});

it('[QU4] a film that is taken out of the queue to be played is told of once', () => {
  const by = { by: 'anna', command: 'c' };
  const events = [
    { type: 'queued', revision: 5, atMs: 0, ...by, member: 'anna', media: film('Spring') },
    { type: 'queued', revision: 6, atMs: 0, ...by, member: 'anna', media: film('Sintel') },
    { type: 'dequeued', revision: 7, atMs: 0, ...by, item: 5 },
    { type: 'mediaLoaded', revision: 8, atMs: 0, ...by, media: film('Spring') },
    { type: 'dequeued', revision: 9, atMs: 0, ...by, item: 6 },
  ] as const;

  const told = linesOf(events, new Map([['anna', 'Anna']]), (_, name) => name).map(
    (line) => line.type === 'happened' && line.what,
  );

  expect(told).toEqual([
    { type: 'queued', name: 'Anna', title: 'Spring' },
    { type: 'queued', name: 'Anna', title: 'Sintel' },
    { type: 'loaded', name: 'Anna', title: 'Spring' },
    { type: 'dequeued', name: 'Anna', title: 'Sintel' },
  ]);
});
