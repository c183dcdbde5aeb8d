import type { Answer } from '../src/answer';
import { type Effect, type Input, setOut, step } from '../src/connection';
import type { Command, Wish } from '../src/wish';

export const START_MS = 1_000;

/** A connection walked through inputs, each at its instant; chance is always a half. */
export const walk = (...inputs: readonly (readonly [atMs: number, input: Input])[]) => {
  let [state, effects] = setOut(START_MS);
  const done: Effect[] = [...effects];
  for (const [nowMs, input] of inputs) {
    [state, effects] = step(state, input, { nowMs, chance: 0.5 });
    done.push(...effects);
  }
  return { state, done, last: effects };
};

export const ticket = (attempt = 1): Input => ({
  type: 'ticket',
  attempt,
  reply: { type: 'ticket', ticket: 't' },
});
export const entered = (atMs: number, attempt = 1): readonly (readonly [number, Input])[] => [
  [atMs, ticket(attempt)],
  [atMs, { type: 'opened', attempt }],
  [atMs, { type: 'welcomed' }],
];
export const command = (id: string, wish: Wish = { type: 'say', text: id }): Command => ({
  ...wish,
  id,
  seen: 3,
});
export const wanted = (id: string, wish?: Wish): Input => ({
  type: 'command',
  command: command(id, wish),
});
export const closed = (code: number, reason = '', attempt = 1): Input => ({
  type: 'closed',
  attempt,
  code,
  reason,
});
export const settle = (id: string, answer: Answer): Effect => ({ type: 'settle', id, answer });
