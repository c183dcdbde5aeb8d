import type { DetailedError, Upload as TusUpload } from 'tus-js-client';
import { asMe, maySignIn } from '../account/session';
import { failureOf } from './failure';
import type { UploadFailure } from './item';

/** What a transfer tells while it lasts; nothing any more once it was stopped. */
export type Told = {
  readonly onBegun: (url: string) => void;
  readonly onProgress: (sentBytes: number) => void;
  readonly onWhole: () => void;
  /** The server knows nothing of it any more. */
  readonly onGone: () => void;
  /** It ended for a reason that may be over soon. */
  readonly onLost: () => void;
  readonly onFailed: (why: UploadFailure) => void;
};

export type Transfer = { readonly stop: () => void };

const chunkBytes = 8 * 1024 * 1024;
const endPatienceMs = [300, 1000, 3000, 6000];

const load = () => import('tus-js-client');

/** The access token of whoever is signed in. */
const access = async (): Promise<string | undefined> => {
  if (!maySignIn()) return undefined;
  const result = await asMe(async (value) => ({ type: 'done', value }));
  return result.type === 'done' ? result.value : undefined;
};

const answerIn = (error: Error | DetailedError) =>
  'originalResponse' in error ? error.originalResponse : null;

/** Sends `file` to the server at `address`, from where it is at `url` if it has begun before. */
export const beginTransfer = (
  file: File,
  { address, url }: { readonly address: string; readonly url?: string | undefined },
  told: Told,
): Transfer => {
  let isStopped = false;
  let sending: TusUpload | undefined;
  const unlessStopped = (tell: () => void) => () => {
    if (!isStopped) tell();
  };
  const start = async () => {
    const { Upload } = await load();
    if (isStopped) return;
    const upload = new Upload(file, {
      // One that has begun is never begun anew only because it cannot be asked just now.
      ...(url === undefined ? { endpoint: `${address}/api/uploads` } : { uploadUrl: url }),
      metadata: { filename: file.name },
      chunkSize: chunkBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onBeforeRequest: async (request) => {
        const token = await access();
        if (token !== undefined) request.setHeader('Authorization', `Bearer ${token}`);
      },
      onUploadUrlAvailable: unlessStopped(() => told.onBegun(upload.url ?? '')),
      onProgress: (sent) => unlessStopped(() => told.onProgress(sent))(),
      onSuccess: unlessStopped(told.onWhole),
      onError: (error) => {
        const answer = answerIn(error);
        const status = answer?.getStatus() ?? 0;
        const why = failureOf(status, answer?.getBody() ?? '');
        unlessStopped(() => {
          if (status === 404 && upload.url) told.onGone();
          else if (why === undefined) told.onLost();
          else told.onFailed(why);
        })();
      },
    });
    sending = upload;
    upload.start();
  };
  start().catch(unlessStopped(told.onLost));
  return {
    stop: () => {
      isStopped = true;
      void sending?.abort();
    },
  };
};

/** Ends the upload at `url` on the server; where that cannot be asked, it is over there in time. */
export const endUpload = async (url: string): Promise<void> => {
  try {
    const { Upload } = await load();
    await Upload.terminate(url, { retryDelays: endPatienceMs });
  } catch {
    // The server removes what nobody goes on with.
  }
};
