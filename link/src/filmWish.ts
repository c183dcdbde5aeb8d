import type { Answer } from './answer';
import type { FollowedRoom } from './room';

/** What whoever works a player wishes of the film. */
export type FilmWish =
  | { readonly type: 'play' | 'pause' }
  | { readonly type: 'seek'; readonly positionMs: number }
  | { readonly type: 'setRate'; readonly rate: number };

/** Wishes it of a room. */
export const wishOfFilm = (room: FollowedRoom, wish: FilmWish): Promise<Answer> => {
  switch (wish.type) {
    case 'play':
      return room.play();
    case 'pause':
      return room.pause();
    case 'seek':
      return room.seek(wish.positionMs);
    case 'setRate':
      return room.setRate(wish.rate);
  }
};
