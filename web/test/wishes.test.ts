import type { Answer } from '@matinee/link/answer';
import type { RoomView } from '@matinee/link/roomView';
import { expect, it } from 'vitest';
import { openOutbox } from '../src/room/outbox';
import { lastWish, openWished, type Wished } from '../src/room/wished';

const refusal: Promise<Answer> = Promise.resolve({ type: 'rejected', reason: 'NOT_ALLOWED' });

const roomAt = (revision: number, epoch = 'e'): RoomView => ({
  connection: { type: 'live' },
  presence: new Map(),
  rights: new Set(),
  mayWrite: true,
  asks: new Set(),
  roles: new Map(),
  state: {
    epoch,
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

it('the last wish stands until the room shows it', () => {
  let revision = 4;
  const seek = lastWish<number>({ current: () => roomAt(revision) });

  const answered = seek.take(5_000);
  const sent = seek.value();
  answered({ type: 'accepted', revision: 5 });
  const accepted = seek.value();
  revision = 5;

  expect([sent, accepted, seek.value()]).toEqual([5_000, 5_000, undefined]);
});

it('the last wish is gone when the room refused it, unless there is a newer one', () => {
  const seek = lastWish<number>({ current: () => roomAt(4) });

  const overtaken = seek.take(5_000);
  const refused = seek.take(10_000);
  overtaken({ type: 'gone', why: 'superseded' });
  const meanwhile = seek.value();
  refused({ type: 'rejected', reason: 'NOT_ALLOWED' });

  expect([meanwhile, seek.value()]).toEqual([10_000, undefined]);
});

it('the last wish is gone with the history that it was in', () => {
  let epoch = 'e';
  const seek = lastWish<number>({ current: () => roomAt(4, epoch) });

  seek.take(5_000)({ type: 'accepted', revision: 5 });
  epoch = 'put back';

  expect(seek.value()).toBeUndefined();
});

it('the page shows at once what was wished, and what the room says when that is refused', async () => {
  const seen: Wished[] = [];
  const wished = openWished({ current: () => roomAt(4) }, () => seen.push(wished.now()));

  wished.take({ type: 'setExcused', excused: true }, refusal);
  wished.take({ type: 'play' }, refusal);
  await refusal.then(() => Promise.resolve());

  expect(seen).toEqual([{ excused: true }, {}]);
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

  outbox.say({ text: 'hello', mentions: ['b'] });
  await Promise.resolve().then(() => Promise.resolve());
  outbox.sayAgain(1);
  await Promise.resolve().then(() => Promise.resolve());

  expect(seen).toEqual([
    [{ key: 1, text: 'hello', regards: { mentions: ['b'] } }],
    [{ key: 1, text: 'hello', regards: { mentions: ['b'] }, why: 'NOT_CONNECTED' }],
    [{ key: 2, text: 'hello', regards: { mentions: ['b'] } }],
    [],
  ]);
});
