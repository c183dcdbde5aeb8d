import { expect, it } from 'vitest';
import { en } from '../src/texts/en';
import { sorted } from '../src/uploads/dropped';
import { failureOf } from '../src/uploads/failure';
import { isIndexLast } from '../src/uploads/indexLast';
import {
  type Goal,
  nextToDeliver,
  nextToSend,
  type Stage,
  titleOfFile,
  type Upload,
} from '../src/uploads/item';
import { remainingText, speedOf } from '../src/uploads/progress';
import { keptOf, parseUploads } from '../src/uploads/remembered';

const newRoom: Goal = { type: 'newRoom' };
const progress = { sentBytes: 1, totalBytes: 2, bytesPerSecond: 0 };
const film = { type: 'upload', film: 'f', title: 'F' } as const;

const upload = (key: number, stage: Stage, goal: Goal = newRoom): Upload => ({
  key,
  name: `${key}.mp4`,
  sizeBytes: 2,
  modifiedMs: 0,
  address: '',
  goal,
  stage,
});

it('every answer of a server has its words, or is one after which the page tries again', () => {
  const quota = JSON.stringify({ type: 'urn:matinee:problem:quota-used-up', leftBytes: '70' });

  expect(failureOf(413, quota)).toEqual({ type: 'quota', leftBytes: 70 });
  expect(failureOf(415, '{"type":"urn:matinee:problem:film-empty"}')).toEqual({ type: 'empty' });
  expect([413, 415, 507, 400, 403].map((status) => failureOf(status, 'none')?.type)).toEqual([
    'tooLarge',
    'notMedia',
    'noSpace',
    'other',
    'other',
  ]);
  const soonOver = [0, 409, 423, 429, 460, 500, 503].map((status) => failureOf(status, ''));
  expect(soonOver.every((why) => why === undefined)).toBe(true);
});

it('two are sent at a time, in their order', () => {
  const waiting = [1, 2, 3, 4].map((key) => upload(key, { type: 'waiting' }));
  const [first, ...others] = waiting;

  const atFirst = nextToSend(waiting);
  const later = first
    ? nextToSend([{ ...first, stage: { type: 'lost', progress } }, ...others])
    : [];

  expect([atFirst, later].map((all) => all.map(({ key }) => key))).toEqual([[1, 2], [2]]);
});

it('films are handed over in their order, past those that have failed', () => {
  const elsewhere: Goal = { type: 'room', room: 'r', how: 'enqueue' };
  const done = upload(4, { type: 'done', film });
  const stuck = [
    upload(1, { type: 'failed', why: { type: 'notMedia' } }),
    upload(2, { type: 'sending', progress }, elsewhere),
  ];

  const past = nextToDeliver([...stuck, done], newRoom);
  const stages: readonly Stage[] = [
    { type: 'waiting' },
    { type: 'paused', progress },
    { type: 'missing' },
  ];
  const behind = stages.map((stage) => nextToDeliver([upload(5, stage), done], newRoom));

  expect(past).toEqual({ upload: done, film });
  expect(behind).toEqual([undefined, undefined, undefined]);
});

it('a film that can be watched while it comes is handed over once, to whoever wants it now', () => {
  const sending = { type: 'sending', progress } as const;
  const coming = { ...upload(1, sending), coming: film };
  const forLater: Goal = { type: 'room', room: 'r', how: 'enqueue' };
  const next = upload(2, { type: 'done', film });

  const now = nextToDeliver([coming, next], newRoom);
  const once = nextToDeliver([{ ...coming, isDelivered: true }, next], newRoom);
  const later = nextToDeliver([{ ...coming, goal: forLater }], forLater);

  expect(now).toEqual({ upload: coming, film });
  expect(once).toEqual({ upload: next, film });
  expect(later).toBeUndefined();
});

it('an MP4 whose index comes behind its pictures plays only when it is whole', async () => {
  const box = (type: string, content = '') =>
    new Blob([new Uint8Array([0, 0, 0, 8 + content.length]), type, content]);
  const pictures = box('mdat', '12345678');
  const index = box('moov', '12345678');
  const head = box('ftyp', 'isom');

  const films = [
    [head, pictures, index],
    [head, index, pictures],
    [head, box('free', '1234'), index, pictures],
    ['\x1aE\xdf\xa3 is no MP4 but something else'],
    [],
  ];

  const last = await Promise.all(films.map((parts) => isIndexLast(new Blob(parts))));
  expect(last).toEqual([true, false, false, false, false]);
});

it('of folders only films are taken, in their natural order, and the rest is named', () => {
  const found = ['a/Part 10.mkv', 'a/Part 9.mp4', 'a/notes.txt', 'b.dat'].map((path) => ({
    file: new File(['1'], path.split('/').at(-1) ?? ''),
    path,
    isInFolder: path.includes('/'),
  }));

  const { films, leftOut } = sorted(found);

  expect(films.map(({ name }) => name)).toEqual(['Part 9.mp4', 'Part 10.mkv', 'b.dat']);
  expect(leftOut).toEqual(['notes.txt']);
});

it('uploads that have begun are kept, and anything else that was kept is none', () => {
  const begun = { ...upload(1, { type: 'sending', progress }), url: '/api/uploads/u' };

  const text = JSON.stringify(keptOf([begun, upload(2, { type: 'waiting' })]));

  expect(parseUploads(text)).toEqual([
    {
      name: '1.mp4',
      sizeBytes: 2,
      modifiedMs: 0,
      address: '',
      url: '/api/uploads/u',
      goal: newRoom,
    },
  ]);
  expect([undefined, '{', '[{"name":1}]'].map(parseUploads)).toEqual([[], [], []]);
});

it('the speed of an upload is that of its last seconds', () => {
  const samples = [
    { atMs: 0, bytes: 0 },
    { atMs: 9_000, bytes: 100 },
    { atMs: 10_000, bytes: 1_100 },
  ];

  expect([speedOf(samples, 1_000), speedOf(samples.slice(0, 1), 1_000)]).toEqual([1000, 0]);
});

it('the time left is said as people say it', () => {
  const left = [1e6, 61e6, 7_300e6].map((totalBytes) =>
    remainingText(en, { sentBytes: 0, totalBytes, bytesPerSecond: 1e6 }),
  );

  expect(left).toEqual(['1 second left', '2 minutes left', '3 hours left']);
});

it('a film is called as its file, without the ending', () => {
  expect([titleOfFile('The Sea.mp4'), titleOfFile('.mkv')]).toEqual(['The Sea', '.mkv']);
});
