import type { Answer } from './answer';
import type { Command } from './wish';

/** A command made while the room was out of reach, and when. */
export type Kept = { readonly command: Command; readonly atMs: number };

/** A command that got its answer without the room's help. */
export type Settled = { readonly id: string; readonly answer: Answer };

/** How long a kept play, pause or seek is worth sending; what is said is kept for as long as it takes. */
export const KEEP_PLAYBACK_MS = 10_000;

/** CO2: how many commands may be without an answer. */
export const MOST_OUTSTANDING = 16;

const gone = (
  command: Command,
  why: 'offline' | 'superseded' | 'tooLate' | 'tooMany',
): Settled => ({ id: command.id, answer: { type: 'gone', why } });

/** Of two kept wishes with the same slot only the newer one counts. Wishes without a slot are not kept. */
const slotOf = (command: Command): 'motion' | 'position' | 'words' | undefined => {
  switch (command.type) {
    case 'play':
    case 'pause':
      return 'motion';
    case 'seek':
      return 'position';
    case 'say':
      return 'words';
    case 'edit':
    case 'removeLine':
    case 'react':
    case 'load':
    case 'setRate':
    case 'enqueue':
    case 'dequeue':
    case 'moveQueued':
    case 'playQueued':
    case 'setAutoAdvance':
    case 'stay':
    case 'vote':
    case 'setControl':
    case 'setStanding':
    case 'kick':
    case 'ban':
    case 'unban':
    case 'setMuted':
    case 'setLocked':
    case 'setSlowMode':
    case 'setWriters':
    case 'moveRoom':
    case 'setDoor':
    case 'giveRoom':
    case 'closeRoom':
    case 'answer':
    case 'withdraw':
    case 'setGate':
    case 'setExcused':
    case 'handOver':
    case 'rename':
    case 'reportReady':
    case 'reportBuffering':
    case 'reportUnable':
      return undefined;
  }
};

/** Keeps a command until the room is back, or says at once that it is gone. `outstanding` others are without an answer already. */
export const keep = (
  kept: readonly Kept[],
  command: Command,
  nowMs: number,
  outstanding: number,
): readonly [readonly Kept[], readonly Settled[]] => {
  const slot = slotOf(command);
  if (slot === undefined) {
    return [kept, [gone(command, 'offline')]];
  }
  const isOlder = (other: Kept): boolean => slot !== 'words' && slotOf(other.command) === slot;
  const others = kept.filter((other) => !isOlder(other));
  const replaced = kept.filter(isOlder).map((other) => gone(other.command, 'superseded'));
  if (others.length + outstanding >= MOST_OUTSTANDING) {
    return [kept, [gone(command, 'tooMany')]];
  }
  return [[...others, { command, atMs: nowMs }], replaced];
};

/** When a kept command has outlived its worth; Infinity for those that last. */
const staleAtMs = ({ command, atMs }: Kept): number =>
  slotOf(command) === 'words' ? Number.POSITIVE_INFINITY : atMs + KEEP_PLAYBACK_MS;

/** When the first of the kept commands becomes too late; Infinity if none ever does. */
export const nextStaleAtMs = (kept: readonly Kept[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...kept.map(staleAtMs));

/** What is still worth sending, and what is not. */
export const sift = (
  kept: readonly Kept[],
  nowMs: number,
): readonly [readonly Kept[], readonly Settled[]] => [
  kept.filter((each) => staleAtMs(each) > nowMs),
  kept.filter((each) => staleAtMs(each) <= nowMs).map((each) => gone(each.command, 'tooLate')),
];
