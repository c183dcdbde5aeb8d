/** Those who want to hear of something. Who is added or goes while it is being told is not disturbed. */
export type Subscribers<T> = {
  readonly add: (listener: (value: T) => void) => () => void;
  readonly tell: (value: T) => void;
};

export const subscribers = <T>(): Subscribers<T> => {
  let listeners: readonly ((value: T) => void)[] = [];
  return {
    add: (listener) => {
      const own = (value: T): void => listener(value);
      listeners = [...listeners, own];
      return () => {
        listeners = listeners.filter((each) => each !== own);
      };
    },
    tell: (value) => {
      for (const listener of listeners) {
        listener(value);
      }
    },
  };
};
