import type { ChatLine } from '../room/view';

/** The messages of others that came after the line with the key `seen`. */
export const unreadAfter = (
  chat: readonly ChatLine[],
  seen: number,
  self: string | undefined,
): number =>
  chat.filter((line) => line.type === 'said' && line.key > seen && line.by !== self).length;

/** The key of the newest line; 0 if there is none. */
export const newestKey = (chat: readonly ChatLine[]): number => chat.at(-1)?.key ?? 0;
