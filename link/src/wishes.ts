import { decodeClient } from '@matinee/browser';
import type { Answer } from './answer';
import type { Command, Wish } from './wish';

/** `prefix` makes this page's ids differ from every other's, `seen` is the revision before the person now. */
export type WishesOptions = {
  readonly prefix: string;
  readonly seen: () => number;
  readonly submit: (command: Command) => void;
};

/** Turns wishes into commands and gives each its answer. */
export type Wishes = {
  readonly make: (wish: Wish) => Promise<Answer>;
  readonly settled: (id: string, answer: Answer) => void;
};

/** Could the server read it? Asked before sending: the answer to what it cannot read names no command. */
const isWellFormed = (command: Command): boolean => {
  try {
    decodeClient(JSON.stringify(command));
    return true;
  } catch {
    return false;
  }
};

export const wishes = ({ prefix, seen, submit }: WishesOptions): Wishes => {
  const waiting = new Map<string, (answer: Answer) => void>();
  let made = 0;
  return {
    make: (wish) => {
      made += 1;
      const command: Command = { ...wish, id: `${prefix}-${made}`, seen: seen() };
      if (!isWellFormed(command)) {
        return Promise.resolve({ type: 'gone', why: 'malformed' });
      }
      return new Promise((resolve) => {
        waiting.set(command.id, resolve);
        submit(command);
      });
    },
    settled: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
};
