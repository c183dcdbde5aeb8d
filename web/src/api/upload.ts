import * as v from 'valibot';
import { monotonicNowMs } from '../device/clock';

/** How far an upload is. `bytesPerSecond` is that of the last few seconds, 0 while unknown. */
export type UploadProgress = {
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
};

export type UploadFailure =
  | 'tooLarge'
  | 'notMedia'
  | 'noSpace'
  | 'interrupted'
  | 'empty'
  | 'busy'
  | 'other';

export type Uploaded =
  | { readonly type: 'upload'; readonly film: string; readonly title: string }
  | { readonly type: 'failed'; readonly why: UploadFailure }
  | { readonly type: 'cancelled' };

const film = v.object({ film: v.string(), title: v.optional(v.string()) });

/** What a status of the upload's reply means to the person. */
export const failureOfStatus = (status: number): UploadFailure => {
  if (status === 413) return 'tooLarge';
  if (status === 415 || status === 422) return 'notMedia';
  if (status === 507) return 'noSpace';
  if (status === 429 || status === 503) return 'busy';
  return 'other';
};

type Sample = { readonly atMs: number; readonly bytes: number };

/** Bytes a second over the last `windowMs` of samples; 0 for fewer than two. */
export const speedOf = (samples: readonly Sample[], windowMs: number): number => {
  const last = samples.at(-1);
  const first = last && samples.find((sample) => sample.atMs >= last.atMs - windowMs);
  if (!last || !first || last.atMs <= first.atMs) return 0;
  return ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs);
};

/** The title of a film from its file's name. */
export const titleOfFile = (name: string): string =>
  (name.replace(/\.[a-z0-9]{2,5}$/iu, '').trim() || name).slice(0, 200);

const filmIn = (body: string, fallback: string): Uploaded => {
  const parsed = v.parse(film, JSON.parse(body));
  return { type: 'upload', film: parsed.film, title: parsed.title ?? fallback };
};

/** Sends a file to the library of the server at `address`, this page's own if that is empty. `XMLHttpRequest`, because `fetch` does not tell how much is sent. */
export const upload = (
  address: string,
  file: File,
  signal: AbortSignal,
  onProgress: (progress: UploadProgress) => void,
): Promise<Uploaded> => {
  if (file.size === 0) return Promise.resolve({ type: 'failed', why: 'empty' });
  const { promise, resolve } = Promise.withResolvers<Uploaded>();
  const title = titleOfFile(file.name);
  const sending = new XMLHttpRequest();
  const samples: Sample[] = [];
  sending.upload.onprogress = ({ loaded }) => {
    samples.push({ atMs: monotonicNowMs(), bytes: loaded });
    onProgress({
      sentBytes: loaded,
      totalBytes: file.size,
      bytesPerSecond: speedOf(samples, 5000),
    });
  };
  sending.onload = () =>
    resolve(
      sending.status >= 200 && sending.status < 300
        ? filmIn(sending.responseText, title)
        : { type: 'failed', why: failureOfStatus(sending.status) },
    );
  sending.onerror = () => resolve({ type: 'failed', why: 'interrupted' });
  sending.onabort = () => resolve({ type: 'cancelled' });
  signal.addEventListener('abort', () => sending.abort());
  sending.open('POST', `${address}/api/films?name=${encodeURIComponent(file.name)}`);
  sending.setRequestHeader('Content-Type', 'application/octet-stream');
  sending.send(file);
  return promise;
};
