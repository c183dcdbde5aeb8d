import { asMe } from '../account/session';
import { as } from '../api/accounts';
import type { Result } from '../api/request';
import { later } from '../device/clock';
import { numbersIn } from './newsEvents';

const firstPauseMs = 1000;
const longestPauseMs = 30_000;

const open = async (access: string, signal: AbortSignal): Promise<Result<Response>> => {
  try {
    const response = await fetch('/api/people/events', {
      ...as(access),
      signal,
      cache: 'no-store',
    });
    return response.ok
      ? { type: 'done', value: response }
      : { type: 'failed', status: response.status, kind: 'stream' };
  } catch {
    return { type: 'offline' };
  }
};

/** Reads one stream to its end. */
const readStream = async (response: Response, onNews: (news: number) => void): Promise<void> => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) return;
    const { numbers, rest } = numbersIn(text + read.value);
    text = rest;
    const newest = numbers.at(-1);
    if (newest !== undefined) onNews(newest);
  }
};

// One stream for the page, for all who listen.
const listeners = new Set<(news: number) => void>();
let stop: (() => void) | undefined;
let newest: number | undefined;

const tellAll = (news: number): void => {
  newest = news;
  for (const listener of listeners) listener(news);
};

const begin = (): (() => void) => {
  const closing = new AbortController();
  let cancelPause: (() => void) | undefined;
  let pauseMs = firstPauseMs;
  const once = async () => {
    const result = await asMe((access) => open(access, closing.signal));
    if (result.type === 'done') {
      pauseMs = firstPauseMs;
      await readStream(result.value, tellAll).catch(() => undefined);
    }
    if (closing.signal.aborted) return;
    if (result.type === 'failed' && result.status === 401) return;
    cancelPause = later(pauseMs * (0.5 + Math.random()), () => void once());
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  };
  void once();
  return () => {
    closing.abort();
    cancelPause?.();
  };
};

/**
 * Tells whenever something is new for the person who is signed in, by a number, first of all as it is now. It comes back by itself when the
 * connection is lost. Gives what ends it.
 */
export const listenForNews = (listener: (news: number) => void): (() => void) => {
  listeners.add(listener);
  if (newest !== undefined) listener(newest);
  stop ??= begin();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    newest = undefined;
  };
};
