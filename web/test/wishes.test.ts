import type { Answer } from '@matinee/link/answer';
import type { RoomView } from '@matinee/link/roomView';
import { expect, it } from 'vitest';
import { openAim } from '../src/room/aim';
import { openOutbox } from '../src/room/outbox';

const roomAt = (revision: number): RoomView => ({
  connection: { type: 'live' },
  presence: new Map(),
  rights: new Set(),
  asks: new Set(),
  roles: new Map(),
  state: {
    epoch: 'e',
    revision,
    atMs: 1,
    control: {
      load: 'EVERYONE',
      playPause: 'EVERYONE',
      seek: 'EVERYONE',
      speed: 'EVERYONE',
    },
    gate: { type: 'everyone' },
    locked: false,
    members: [],
    absent: [],
    proposals: [],
    stage: { type: 'idle' },
  },
});

it('the next step goes on from the last seek until the room shows it', () => {
  let revision = 4;
  const aim = openAim({ current: () => roomAt(revision) });

  const answered = aim.take(5_000);
  const sent = aim.positionMs();
  answered({ type: 'accepted', revision: 5 });
  const accepted = aim.positionMs();
  revision = 5;

  expect([sent, accepted, aim.positionMs()]).toEqual([5_000, 5_000, undefined]);
});

it('the next step goes on from the room when it refused the last seek, unless there is a newer one', () => {
  const aim = openAim({ current: () => roomAt(4) });

  const overtaken = aim.take(5_000);
  const refused = aim.take(10_000);
  overtaken({ type: 'gone', why: 'superseded' });
  const meanwhile = aim.positionMs();
  refused({ type: 'rejected', reason: 'NOT_ALLOWED' });

  expect([meanwhile, aim.positionMs()]).toEqual([10_000, undefined]);
});

it('a message stays in sight until the room has it, and one that failed until it is sent again', async () => {
  const answers: Answer[] = [
    { type: 'gone', why: 'offline' },
    { type: 'accepted', revision: 7 },
  ];
  const seen: unknown[] = [];
  const outbox = openOutbox(
    { say: async () => answers.shift() ?? { type: 'gone', why: 'over' } },
    () => seen.push(outbox.unsent()),
  );

  outbox.say('hello');
  await Promise.resolve().then(() => Promise.resolve());
  outbox.sayAgain(1);
  await Promise.resolve().then(() => Promise.resolve());

  expect(seen).toEqual([
    [{ key: 1, text: 'hello' }],
    [{ key: 1, text: 'hello', why: 'NOT_CONNECTED' }],
    [{ key: 2, text: 'hello' }],
    [],
  ]);
});
