import type { Answer } from '@matinee/link/answer';
import type { Room } from '@matinee/link/room';

/** Where the last seek goes, and from which revision on the room shows it; Infinity while it has no answer. */
type Aim = { readonly positionMs: number; readonly shownFrom: number };

/** Remembers where the last seek goes until the room shows it, so that steps made in a hurry add up. */
export const openAim = (room: Pick<Room, 'current'>) => {
  let aim: Aim | undefined;
  return {
    /** To be told of each seek; the function that it gives, of the answer. */
    take: (positionMs: number): ((answer: Answer) => void) => {
      const own: Aim = { positionMs, shownFrom: Number.POSITIVE_INFINITY };
      aim = own;
      return (answer) => {
        if (aim !== own) return;
        aim = answer.type === 'accepted' ? { positionMs, shownFrom: answer.revision } : undefined;
      };
    },
    /** The position aimed at; nothing once the room shows it, or has refused it. */
    positionMs: (): number | undefined =>
      aim && (room.current().state?.revision ?? 0) < aim.shownFrom ? aim.positionMs : undefined,
  };
};
