import type { Fingerprint } from '@matinee/link/media';

/** What the worker is asked. */
export type Asked = { readonly file: File; readonly salt: string };

/** What it tells. */
export type Told =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly fingerprint: Fingerprint }
  | { readonly type: 'unreadable' };

/** The fingerprint of a file, made beside the page, which goes on meanwhile; nothing if the file cannot be read, or the signal says that it is not wanted any more. */
export const fingerprintInWorker = (
  asked: Asked,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Fingerprint | undefined> => {
  const { promise, resolve } = Promise.withResolvers<Fingerprint | undefined>();
  const worker = new Worker(new URL('./fingerprintWorker.ts', import.meta.url), { type: 'module' });
  const end = (fingerprint?: Fingerprint): void => {
    worker.terminate();
    resolve(fingerprint);
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.type === 'progress') onProgress(data.share);
    else end(data.type === 'done' ? data.fingerprint : undefined);
  };
  worker.onerror = () => end();
  signal.addEventListener('abort', () => end());
  worker.postMessage(asked);
  return promise;
};
