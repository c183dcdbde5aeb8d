import { openSocket, plainAfter, type Transport } from '@matinee/link/transport';

/** What a background gives to those who talk to a room: it has no page, and nobody sees it. */
export const workerTransport: Transport = {
  openSocket,
  after: plainAfter,
  onSignal: (listener) => {
    const stop = new AbortController();
    const changed = () => listener('networkChanged');
    for (const name of ['online', 'offline']) {
      globalThis.addEventListener(name, changed, { signal: stop.signal });
    }
    return () => stop.abort();
  },
  isHidden: () => false,
};
