import type { Problem } from './problem';

/**
 * Where the media is. `isSigned`: the address holds a right that runs out, so a refusal means that it did. `wholeMs`: it is a film of this
 * length, of which more and more is there. `fromMs`: it is wanted from there on first.
 */
export type Source = {
  readonly url: string;
  readonly isSigned: boolean;
  readonly wholeMs?: number;
  readonly fromMs?: number;
};

type Fetch = typeof fetch;

const MEDIA_TYPE = /^(video|audio)\/|mpegurl|octet-stream|^application\/(mp4|ogg|dash)/i;
const LIMIT_MS = 8_000;

/** Says why a player that only knows "not supported" cannot play an address, by asking for its first byte. Never rejects. */
export const diagnose = async (source: Source, fetchIt: Fetch): Promise<Problem> => {
  const answer = await firstByte(source.url, 'cors', fetchIt);
  if (answer !== undefined) {
    return problemOf(answer, source.isSigned);
  }
  const opaque = await firstByte(source.url, 'no-cors', fetchIt);
  return opaque === undefined ? { type: 'network' } : { type: 'cors' };
};

/** The problem behind an HTTP status; undefined if the status is none. */
export const problemOfStatus = (status: number, isSigned: boolean): Problem | undefined => {
  if (status === 401 || status === 403) {
    return isSigned ? { type: 'expired' } : { type: 'forbidden', status };
  }
  return status >= 400 ? { type: 'notFound', status } : undefined;
};

const problemOf = (answer: Response, isSigned: boolean): Problem => {
  const contentType = contentTypeOf(answer);
  return (
    problemOfStatus(answer.status, isSigned) ??
    (contentType === '' || MEDIA_TYPE.test(contentType)
      ? { type: 'codec' }
      : { type: 'notMedia', contentType })
  );
};

/** The content type without its parameters; empty where the server named none. */
export const contentTypeOf = (answer: Response): string =>
  (answer.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The head of the answer to a request for the first byte; undefined when there is none that this page may see. */
export const firstByte = async (
  url: string,
  mode: 'cors' | 'no-cors',
  fetchIt: Fetch,
): Promise<Response | undefined> => {
  try {
    const answer = await fetchIt(url, {
      mode,
      credentials: 'same-origin',
      headers: mode === 'cors' ? { Range: 'bytes=0-0' } : {},
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    await answer.body?.cancel();
    return answer;
  } catch {
    return undefined;
  }
};
