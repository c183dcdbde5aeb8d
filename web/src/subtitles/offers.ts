import type { NewSubtitles } from '../api/subtitles';
import type { Remote } from './remote';

/** Why something is not offered, or not taken back. */
export type OfferRefused =
  | 'tooLarge'
  | 'tooMany'
  | 'notInControl'
  | 'otherFilm'
  | 'notYours'
  | 'tooSoon'
  | 'offline'
  | 'failed';

/** A file as it is offered for what is loaded. */
export type NewOffer = Omit<NewSubtitles, 'ref'>;

/** The subtitles that people offer to all in the room, for what is loaded there. */
export type Offers = {
  /** All of them, the oldest first; nothing if they cannot be had now. */
  readonly list: () => Promise<readonly Remote[] | undefined>;
  /** Offers a file, and tells why not, if so it is. */
  readonly add: (offer: NewOffer) => Promise<OfferRefused | undefined>;
  /** Takes one back, and tells why not, if so it is. */
  readonly takeBack: (id: string) => Promise<OfferRefused | undefined>;
};

/** Of a page on which nobody watches. */
export const noOffers: Offers = {
  list: () => Promise.resolve(undefined),
  add: () => Promise.resolve('failed'),
  takeBack: () => Promise.resolve('failed'),
};
