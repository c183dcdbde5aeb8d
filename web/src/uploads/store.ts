import * as v from 'valibot';
import { request } from '../api/request';
import { monotonicNowMs } from '../device/clock';
import { keyOf } from '../device/memory';
import { goesOnElsewhere, goesOnHere } from './elsewhere';
import { forgetHandle, keepHandle, keptFile } from './handles';
import { isIndexLast } from './indexLast';
import {
  type Goal,
  isForNow,
  isSame,
  mostUploads,
  nextToSend,
  type Stage,
  titleOfFile,
  type Upload,
  type UploadedFilm,
  withChange,
} from './item';
import { playsHere } from './playsHere';
import { speedometer } from './progress';
import { rememberedUploads, rememberUploads } from './remembered';
import { beginTransfer, endUpload, type Transfer } from './transfer';

const longestWaitMs = 15_000;
const comingFilm = v.object({
  coming: v.optional(v.object({ film: v.string(), title: v.string(), availableMs: v.number() })),
});
const found = v.object({
  film: v.optional(v.object({ film: v.string(), title: v.optional(v.string()) })),
});

// One list for the page: uploads go on while it shows another of its parts.
let lastKey = 0;
let uploads: readonly Upload[] = rememberedUploads().map((kept) => ({
  ...kept,
  key: ++lastKey,
  stage: { type: 'missing' },
}));
const files = new Map<number, File>();
const transfers = new Map<number, Transfer>();
const tries = new Map<number, number>();

/** Those that went on here, or were ended here; of others other tabs know more. */
const known = new Set<string>();
const listeners = new Set<() => void>();

const become = (next: readonly Upload[]): void => {
  uploads = next;
  rememberUploads(uploads, known);
  for (const listener of listeners) listener();
};

const change = (key: number, changed: Partial<Upload>): void =>
  become(withChange(uploads, key, changed));

const stageAt = (key: number): Stage | undefined =>
  uploads.find((upload) => upload.key === key)?.stage;

const filmAt = async (url: string, name: string): Promise<UploadedFilm | undefined> => {
  const result = await request(url, found);
  const film = result.type === 'done' ? result.value.film : undefined;
  return film && { type: 'upload', film: film.film, title: film.title ?? titleOfFile(name) };
};

/** So much of a film is there before it is begun, in ms. */
const enoughMs = 10_000;
const looksEveryMs = 2_000;

/** Asks again and again whether the film can be watched while it comes, as long as it is sent and nobody has it. */
const lookForBeginning = async (key: number, url: string): Promise<void> => {
  const upload = uploads.find((one) => one.key === key);
  if (upload?.stage.type !== 'sending' || upload.coming || !isForNow(upload)) return;
  const result = await request(url, comingFilm);
  const coming = result.type === 'done' ? result.value.coming : undefined;
  if (coming && coming.availableMs >= enoughMs) {
    const file = files.get(key);
    const plays = file !== undefined && (await playsHere(file));
    if (stageAt(key)?.type !== 'sending') return;
    const film = { type: 'upload', film: coming.film, title: coming.title } as const;
    change(key, plays ? { coming: film } : { playsWhenWhole: true });
    return;
  }
  setTimeout(() => void lookForBeginning(key, url), looksEveryMs);
};

/** Tries again in a while, a longer one each time, or as soon as there is a network again. */
const tryAgainLater = ({ key, sizeBytes }: Upload): void => {
  const before = stageAt(key);
  const progress =
    before?.type === 'sending'
      ? { ...before.progress, bytesPerSecond: 0 }
      : { sentBytes: 0, totalBytes: sizeBytes, bytesPerSecond: 0 };
  const count = (tries.get(key) ?? 0) + 1;
  tries.set(key, count);
  transfers.delete(key);
  change(key, { stage: { type: 'lost', progress } });
  setTimeout(() => again(key), Math.min(longestWaitMs, 500 * 2 ** count));
};

const again = (key: number): void => {
  const upload = uploads.find((one) => one.key === key);
  if (upload?.stage.type === 'lost') send(upload);
};

window.addEventListener('online', () => {
  for (const { key } of uploads) again(key);
});

const send = ({ key, stage: before }: Upload): void => {
  const file = files.get(key);
  const upload = uploads.find((one) => one.key === key);
  if (file === undefined || upload === undefined) return;
  const speed = speedometer();
  const sentBytes = 'progress' in before ? before.progress.sentBytes : 0;
  change(key, {
    stage: { type: 'sending', progress: { sentBytes, totalBytes: file.size, bytesPerSecond: 0 } },
  });
  let url = upload.url;
  const transfer = beginTransfer(file, upload, {
    onBegun: (begun) => {
      url = begun;
      if (!known.has(begun)) goesOnHere(begun);
      known.add(begun);
      keepHandle(begun, file);
      change(key, { url: begun });
      setTimeout(() => void lookForBeginning(key, begun), looksEveryMs);
    },
    onProgress: (sent) => {
      tries.delete(key);
      const bytesPerSecond = speed(monotonicNowMs(), sent);
      change(key, {
        stage: {
          type: 'sending',
          progress: { sentBytes: sent, totalBytes: file.size, bytesPerSecond },
        },
      });
    },
    onWhole: () => void finish(upload, url ?? ''),
    onGone: () => beginAnew(upload),
    onLost: () => tryAgainLater(upload),
    onFailed: (why) => {
      transfers.delete(key);
      change(key, { stage: { type: 'failed', why } });
      sendNext();
    },
  });
  transfers.set(key, transfer);
};

const beginAnew = ({ key, url: _, coming: __, isDelivered: ___, ...upload }: Upload): void => {
  transfers.delete(key);
  become(
    uploads.map((one) => (one.key === key ? { ...upload, key, stage: { type: 'waiting' } } : one)),
  );
  sendNext();
};

/** The server has all of it: asks for the film. */
const finish = async (upload: Upload, url: string): Promise<void> => {
  const film = await filmAt(url, upload.name);
  if (stageAt(upload.key)?.type !== 'sending') return;
  if (film === undefined) {
    tryAgainLater(upload);
    return;
  }
  transfers.delete(upload.key);
  files.delete(upload.key);
  if (uploads.find(({ key }) => key === upload.key)?.isDelivered) drop(upload);
  else change(upload.key, { stage: { type: 'done', film } });
  sendNext();
};

const sendNext = (): void => {
  for (const upload of nextToSend(uploads)) send(upload);
};

/** Goes on with the upload of which `file` is the rest, if the page had lost its file; whether there is one. */
const goOnWith = (file: File): boolean => {
  const known = uploads.find(
    ({ stage, name, sizeBytes, modifiedMs }) =>
      stage.type === 'missing' &&
      name === file.name &&
      sizeBytes === file.size &&
      modifiedMs === file.lastModified,
  );
  if (known === undefined) return false;
  files.set(known.key, file);
  change(known.key, { stage: { type: 'waiting' } });
  return true;
};

const noteWhetherItPlaysOnlyWhole = async (key: number): Promise<void> => {
  const file = files.get(key);
  if (file && (await isIndexLast(file).catch(() => false))) change(key, { playsWhenWhole: true });
};

/** Uploads films to the server at `address`, in their order; those that were on their way before go on where they were. Gives how many were not taken. */
export const uploadAll = (
  all: readonly File[],
  address: string,
  goalOf: (index: number) => Goal,
): number => {
  const room = mostUploads - uploads.length;
  const fresh = all.filter((file) => !goOnWith(file));
  const added = fresh.slice(0, Math.max(0, room)).map((file, index): Upload => {
    const key = ++lastKey;
    files.set(key, file);
    return {
      key,
      name: file.name,
      sizeBytes: file.size,
      modifiedMs: file.lastModified,
      address,
      goal: goalOf(index),
      stage: file.size === 0 ? { type: 'failed', why: { type: 'empty' } } : { type: 'waiting' },
    };
  });
  become([...uploads, ...added]);
  sendNext();
  for (const { key } of added) void noteWhetherItPlaysOnlyWhole(key);
  return fresh.length - added.length;
};

export const pause = ({ key, stage }: Upload): void => {
  transfers.get(key)?.stop();
  transfers.delete(key);
  if ('progress' in stage) change(key, { stage: { type: 'paused', progress: stage.progress } });
  sendNext();
};

/** Goes on with what was paused or has failed, when it is its turn. */
export const resume = ({ key }: Upload): void => {
  change(key, { stage: { type: 'waiting' } });
  sendNext();
};

/** Its film is where it was to go: takes it off the list, or lets the rest of it come. */
export const delivered = (upload: Upload): void => {
  if (upload.stage.type === 'done') drop(upload);
  else change(upload.key, { isDelivered: true });
};

/** Takes it off the list. */
export const drop = ({ key, url }: Upload): void => {
  if (url !== undefined) {
    known.add(url);
    forgetHandle(url);
  }
  files.delete(key);
  tries.delete(key);
  become(uploads.filter((upload) => upload.key !== key));
};

/** Ends it; nothing is left of it here or on the server. */
export const cancel = (upload: Upload): void => {
  transfers.get(upload.key)?.stop();
  transfers.delete(upload.key);
  const { url } = upload;
  drop(upload);
  if (url !== undefined && upload.stage.type !== 'done') void endUpload(url);
  sendNext();
};

/** Whatever was for a new room is for this one from now on. */
export const moveTo = (room: string): void =>
  become(
    uploads.map((upload) =>
      upload.goal.type === 'newRoom'
        ? { ...upload, goal: { type: 'room', room, how: 'enqueue' } }
        : upload,
    ),
  );

const leaveToOthers = ({ key }: Upload): void =>
  become(uploads.filter((upload) => upload.key !== key));

// What another tab has ended or finished is none of this one's business any more.
window.addEventListener('storage', ({ key }) => {
  if (key !== keyOf('uploads')) return;
  const kept = new Set(rememberedUploads().map(({ url }) => url));
  for (const upload of uploads) {
    const isOver = upload.stage.type === 'missing' && !kept.has(upload.url ?? '');
    if (isOver) leaveToOthers(upload);
  }
});

/** Asks how those stand whose file this page does not have: some may be finished, some over, and some go on by themselves. */
const lookAfterMissing = async (): Promise<void> => {
  for (const upload of uploads) {
    if (upload.stage.type !== 'missing' || upload.url === undefined) continue;
    if (await goesOnElsewhere(upload.url)) {
      leaveToOthers(upload);
      continue;
    }
    const result = await request(upload.url, found);
    if (stageAt(upload.key)?.type !== 'missing') continue;
    if (result.type === 'failed' && result.status === 404) drop(upload);
    const film = result.type === 'done' ? await filmAt(upload.url, upload.name) : undefined;
    if (film !== undefined && upload.isDelivered) drop(upload);
    else if (film !== undefined) change(upload.key, { stage: { type: 'done', film } });
    const file = await keptFile(upload.url);
    if (file !== undefined && goOnWith(file)) sendNext();
  }
};

void lookAfterMissing();

export const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const allUploads = (): readonly Upload[] => uploads;

/** Those that are for the same. */
export const uploadsFor = (all: readonly Upload[], goal: Goal): readonly Upload[] =>
  all.filter((upload) => isSame(upload.goal, goal));
