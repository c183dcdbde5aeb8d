import { createCoalescer } from '@matinee/browser';
import type { Answer } from './answer';
import type { Transport } from './transport';

/** A wish that may come too often. Whoever is overtaken by a newer one hears `superseded`. */
export type Throttled<T> = {
  readonly offer: (value: T) => Promise<Answer>;
  readonly close: () => void;
};

type Offered<T> = { readonly value: T; readonly resolve: (answer: Answer) => void };

/** Lets at most four values a second through to `make`, the last one always (the core's coalescer). */
export const throttled = <T>(
  after: Transport['after'],
  nowMs: () => number,
  make: (value: T) => Promise<Answer>,
): Throttled<T> => {
  const coalescer = createCoalescer<Offered<T>>();
  let held: Offered<T> | undefined;
  let stopTimer = (): void => {};

  const forget = (why: 'superseded' | 'over'): void => {
    stopTimer();
    held?.resolve({ type: 'gone', why });
    held = undefined;
  };
  const letGo = ({ value, resolve }: Offered<T>): void => {
    make(value).then(resolve);
  };
  const due = (): void => {
    const offered = coalescer.due(nowMs());
    if (offered !== undefined) {
      held = undefined;
      letGo(offered);
    } else if (held !== undefined) {
      stopTimer = after(coalescer.dueAtMs() - nowMs(), due);
    }
  };

  return {
    offer: (value) =>
      new Promise((resolve) => {
        forget('superseded');
        const offered = { value, resolve };
        if (coalescer.offer(nowMs(), offered) !== undefined) {
          return letGo(offered);
        }
        held = offered;
        stopTimer = after(coalescer.dueAtMs() - nowMs(), due);
      }),
    close: () => forget('over'),
  };
};
