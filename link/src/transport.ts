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

/** What a page gives to those who talk to a room: sockets, timers, and word of itself. Each function that begins something returns its end. */
export type Transport = {
  readonly openSocket: (url: string, events: SocketEvents) => Socket;
  /** Calls once, `delayMs` from now; a hidden page may be called as late as a minute after. */
  readonly after: (delayMs: number, call: () => void) => () => void;
  readonly onSignal: (listener: (signal: PageSignal) => void) => () => void;
  readonly isHidden: () => boolean;
};

/** WI1: the subprotocol. */
const SUBPROTOCOL = 'matinee.1';
const LONGEST_TIMER_MS = 2_000_000_000;

const openSocket = (url: string, events: SocketEvents): Socket => {
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

const after = (delayMs: number, call: () => void): (() => void) => {
  const id = setTimeout(call, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS));
  return () => clearTimeout(id);
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

/** The browser's means: the only place of WebSocket and of timers. */
export const browserTransport: Transport = {
  openSocket,
  after,
  onSignal,
  isHidden: () => document.hidden,
};
