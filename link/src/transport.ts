/** An open or opening connection. After `close` no more of its `SocketEvents` are called. */
export type Socket = {
  readonly send: (text: string) => void;
  readonly close: (code: number) => void;
};

export type SocketEvents = {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  readonly closed: (code: number, reason: string) => void;
};

/** The network or the page changed: `changed` covers coming online, going offline and another network. */
export type PageSignal = 'networkChanged' | 'visible' | 'hidden';

/** What a page gives to those who follow a room: timers, and word of itself. Each function that begins something returns its end. */
export type Surroundings = {
  /** Calls once, `delayMs` from now. What was asked for before the page was hidden may come up to a minute late. */
  readonly after: (delayMs: number, call: () => void) => () => void;
  readonly onSignal: (listener: (signal: PageSignal) => void) => () => void;
  readonly isHidden: () => boolean;
};

/** The same to those who talk to a room. */
export type Transport = Surroundings & {
  readonly openSocket: (url: string, events: SocketEvents) => Socket;
};

/** WI1: the subprotocol. */
const SUBPROTOCOL = 'matinee.1';
const LONGEST_TIMER_MS = 2_000_000_000;

/** By the browser's WebSocket. */
export const openSocket = (url: string, events: SocketEvents): Socket => {
  const socket = new WebSocket(url, SUBPROTOCOL);
  let isWanted = true;
  const ifWanted = (call: () => void): void => {
    if (isWanted) {
      call();
    }
  };
  socket.onopen = () => ifWanted(events.opened);
  socket.onmessage = ({ data }) => ifWanted(() => events.received(String(data)));
  socket.onclose = ({ code, reason }) => ifWanted(() => events.closed(code, reason));
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(text);
      }
    },
    close: (code) => {
      isWanted = false;
      socket.close(code);
    },
  };
};

/** What a timekeeper's worker runs: it answers an id when its time has come. Timers of workers are not held back. */
const TIMEKEEPER = `onmessage = ({ data: [id, ms] }) => setTimeout(() => postMessage(id), ms);`;

/** Timers for hidden pages, whose own come once a minute: too seldom for heartbeats. Undefined where there are no workers. */
const timekeeper = (): Transport['after'] | undefined => {
  const calls = new Map<number, () => void>();
  let made = 0;
  try {
    const source = URL.createObjectURL(new Blob([TIMEKEEPER], { type: 'text/javascript' }));
    const worker = new Worker(source);
    worker.onmessage = ({ data }) => {
      const call = calls.get(Number(data));
      calls.delete(Number(data));
      call?.();
    };
    return (delayMs, call) => {
      made += 1;
      const id = made;
      calls.set(id, call);
      worker.postMessage([id, delayMs]);
      return () => calls.delete(id);
    };
  } catch {
    return undefined;
  }
};

const boundedMs = (delayMs: number): number => Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS);

/** By timers of the browser, which holds them back in pages that nobody sees. */
export const plainAfter: Transport['after'] = (delayMs, call) => {
  const id = setTimeout(call, boundedMs(delayMs));
  return () => clearTimeout(id);
};

/** The page's own timers while it is seen, the timekeeper's while it is hidden. */
const wakefulAfter = (): Transport['after'] => {
  let keeper: Transport['after'] | undefined;
  return (delayMs, call) => {
    if (!document.hidden) {
      return plainAfter(delayMs, call);
    }
    keeper ??= timekeeper() ?? plainAfter;
    return keeper(boundedMs(delayMs), call);
  };
};

const onSignal = (listener: (signal: PageSignal) => void): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  const networkChanged = () => listener('networkChanged');
  window.addEventListener('online', networkChanged, { signal });
  window.addEventListener('offline', networkChanged, { signal });
  window.addEventListener('pageshow', networkChanged, { signal });
  document.addEventListener(
    'visibilitychange',
    () => listener(document.hidden ? 'hidden' : 'visible'),
    { signal },
  );
  return () => stop.abort();
};

/** What a page gives that is another's, in which no worker may be started. */
export const strangersPage: Surroundings = {
  after: plainAfter,
  onSignal,
  isHidden: () => document.hidden,
};

/** The browser's means: the only place of WebSocket and of timers. */
export const browserTransport: Transport = {
  openSocket,
  after: wakefulAfter(),
  onSignal,
  isHidden: () => document.hidden,
};
