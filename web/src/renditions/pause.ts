/** Waits so long; rejects when the signal ends that. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done, ended) => {
    const stop = () => {
      clearTimeout(timer);
      ended(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      done();
    }, ms);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
  });
