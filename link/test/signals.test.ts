import type { Signals } from '@matinee/browser';
import { expect, it } from 'vitest';
import { openRoom } from '../src/openRoom';
import { fakeServer } from './fakeServer';
import { fakePage, seeded, virtualTime } from './virtualTime';

it('[SI1] what is signalled is heard, and lost while there is no connection', async () => {
  const time = virtualTime();
  const server = fakeServer(time);
  const room = openRoom({
    syncUrl: 'ws://localhost/sync',
    getTicket: async () => ({ type: 'ticket', ticket: 'anna' }),
    transport: { openSocket: server.openSocket, after: time.after, ...fakePage() },
    clock: time.clock,
    chance: seeded(1),
  });
  const heard: Signals[] = [];
  room.onSignals((signals) => heard.push(signals));
  room.signal({ kind: 'typing' });
  await time.pass(1_000);
  const before = room.current();

  room.signal({ kind: 'cheer', emoji: '🎉' });
  await time.pass(100);

  expect(heard).toEqual([
    { type: 'signals', typing: [], cheers: [{ emoji: '🎉', count: 1, by: 'anna' }] },
  ]);
  expect(room.current()).toBe(before);
});
