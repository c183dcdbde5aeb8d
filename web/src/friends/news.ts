import { asMe } from '../account/session';
import { as } from '../api/accounts';
import type { Result } from '../api/request';
import { later } from '../device/clock';
import { told } from './newsEvents';

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

/** What a page hears: that something is new, by a number, and that it is another friend who is here. */
type Ears = {
  readonly onNews?: (news: number) => void;
  readonly onFriends?: () => void;
};

/** Reads one stream to its end. */
const readStream = async (response: Response, ears: Required<Ears>): Promise<void> => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) return;
    const { numbers, friends, rest } = told(text + read.value);
    text = rest;
    const newest = numbers.at(-1);
    if (newest !== undefined) ears.onNews(newest);
    if (friends) ears.onFriends();
  }
};

// One stream for the page, for all who listen.
const listeners = new Set<Ears>();
let stop: (() => void) | undefined;
let newest: number | undefined;

const all: Required<Ears> = {
  onNews: (news) => {
    newest = news;
    for (const { onNews } of listeners) onNews?.(news);
  },
  onFriends: () => {
    for (const { onFriends } of listeners) onFriends?.();
  },
};

const begin = (): (() => void) => {
  const closing = new AbortController();
  let cancelPause: (() => void) | undefined;
  let pauseMs = firstPauseMs;
  const once = async () => {
    const result = await asMe((access) => open(access, closing.signal));
    if (result.type === 'done') {
      pauseMs = firstPauseMs;
      all.onFriends(); // of what changed before nothing was told
      await readStream(result.value, all).catch(() => undefined);
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

const listen = (ears: Ears): (() => void) => {
  listeners.add(ears);
  stop ??= begin();
  return () => {
    listeners.delete(ears);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    newest = undefined;
  };
};

/**
 * Tells whenever something is new for the person who is signed in, by a number, first of all as it is now. It comes back by itself when the
 * connection is lost. Gives what ends it.
 */
export const listenForNews = (onNews: (news: number) => void): (() => void) => {
  if (newest !== undefined) onNews(newest);
  return listen({ onNews });
};

/** Tells whenever it may be another friend who is here, or somewhere else, as `listenForNews` does. */
export const listenForFriends = (onFriends: () => void): (() => void) => listen({ onFriends });
