import { expect, it } from 'vitest';
import { readFromFrame, readIntent } from '../src/messages';

it.each([
  { type: 'screen', area: 4 },
  { type: 'wish', id: 1, wish: { type: 'seek', positionMs: 3 } },
  { type: 'wish', id: 1, wish: { type: 'reportReady' } },
  { type: 'heartbeat', t0: 1, condition: 'WATCHING', syncErrorMs: 0.3, bufferedMs: 4 },
  { type: 'state', state: 'playing' },
])('a frame says $type', (message) => {
  expect(readFromFrame(message)).toEqual(message);
});

it.each([
  undefined,
  'play',
  { type: 'play' },
  { type: 'screen', area: '4' },
  { type: 'wish', id: 1, wish: { type: 'closeRoom' } },
  { type: 'wish', id: 1, wish: { type: 'load', media: {} } },
  { type: 'wish', id: 1, wish: { type: 'seek', positionMs: Number.NaN } },
  { type: 'heartbeat', t0: 1, condition: 'LOST' },
  { type: 'leave' },
])('%j of a frame is not listened to', (message) => {
  expect(readFromFrame(message)).toBeUndefined();
});

it.each([{ type: 'start', server: 'a', name: 'b', page: { tab: 1 } }, { type: 'go' }, 'leave', 7])(
  '%j of a popup is not listened to',
  (message) => {
    expect(readIntent(message)).toBeUndefined();
  },
);
