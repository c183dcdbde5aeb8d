import type { Judgement, WishFilter } from '@matinee/browser';
import type { Answer } from './answer';
import { wishOfFilm } from './filmWish';
import type { Player, PlayerEvent } from './player';
import type { FollowedRoom } from './room';

/** `refused` hears of every wish that the room did not take; `settled` that the player may be led again. */
export type WishingOptions = {
  readonly room: FollowedRoom;
  readonly player: Player;
  readonly filter: WishFilter;
  readonly isHidden: () => boolean;
  readonly refused: (answer: Answer) => void;
  readonly settled: () => void;
};

/**
 * Makes wishes of what a person does to the element itself (media keys, picture in picture). Until the room has answered, and the answer's
 * event has been seen, the player is the person's: leading it back to the old line meanwhile would be a fight.
 *
 * What pauses the player of a page that nobody sees is the system (a phone does so when another app comes to the front), and nobody's wish:
 * the page hears of media keys by itself.
 */
export type Wishing = {
  readonly heard: (event: PlayerEvent, atMs: number) => void;
  /** Is a wish without its answer, or without its event? */
  readonly isPending: () => boolean;
};

const names = {
  play: 'play',
  pause: 'pause',
  seeking: 'seeking',
  rateChanged: 'ratechange',
  waiting: 'waiting',
} as const;

const isJudged = (type: PlayerEvent['type']): type is keyof typeof names => type in names;

export const wishing = ({
  room,
  player,
  filter,
  isHidden,
  refused,
  settled,
}: WishingOptions): Wishing => {
  let unanswered = 0;
  let awaited = { epoch: '', revision: 0 };

  const answered = (answer: Answer): void => {
    unanswered -= 1;
    if (answer.type === 'accepted') {
      const epoch = room.current().state?.epoch ?? '';
      const before = epoch === awaited.epoch ? awaited.revision : 0;
      awaited = { epoch, revision: Math.max(before, answer.revision) };
    } else if (answer.type === 'rejected' || answer.why !== 'superseded') {
      refused(answer);
    }
    settled();
  };

  /** An event of a history that was put back meanwhile comes no more. */
  const isToCome = (): boolean => {
    const { state } = room.current();
    return state?.epoch === awaited.epoch && state.revision < awaited.revision;
  };

  return {
    heard: (event, atMs) => {
      if (!isJudged(event.type)) {
        return;
      }
      const { rate, ended } = player.state();
      const sample = { atMs, positionMs: player.position().positionMs, rate, ended };
      const found = filter.judge(names[event.type], sample);
      const wish = found.type === 'pause' && isHidden() ? undefined : sendWish(room, found);
      if (wish !== undefined) {
        unanswered += 1;
        wish.then(answered);
      }
    },
    isPending: () => unanswered > 0 || isToCome(),
  };
};

const sendWish = (room: FollowedRoom, found: Judgement): Promise<Answer> | undefined =>
  found.type === 'echo' || found.type === 'stall' ? undefined : wishOfFilm(room, found);
