import type { MediaRef } from '@matinee/link/media';
import type { Result } from '../api/request';
import {
  listSubtitles,
  type OfferedSubtitles,
  offerSubtitles,
  readSubtitles,
  removeSubtitles,
} from '../api/subtitles';
import type { OfferRefused, Offers } from './offers';
import type { Remote } from './remote';

/** What of a room its offers depend on, as it is when somebody asks. */
export type RoomNow = {
  readonly loaded: () => MediaRef | undefined;
  /** The id of this page's person. */
  readonly self: () => string | undefined;
  /** The name that tells a member from all others, of one who is called so. */
  readonly nameOf: (id: string, name: string) => string;
};

const reasons: Readonly<Record<string, OfferRefused>> = {
  'too-many-subtitles': 'tooMany',
  'not-in-control': 'notInControl',
  'nothing-loaded': 'otherFilm',
  'other-film': 'otherFilm',
  'not-yours': 'notYours',
};

const byStatus: Readonly<Record<number, OfferRefused>> = { 413: 'tooLarge', 429: 'tooSoon' };

const whyNot = (result: Result<unknown>): OfferRefused | undefined => {
  switch (result.type) {
    case 'done':
      return undefined;
    case 'offline':
      return 'offline';
    case 'failed':
      return reasons[result.kind] ?? byStatus[result.status] ?? 'failed';
  }
};

/** Those of a room of this server, for whoever has a pass of it. */
export const offersIn = (room: string, { loaded, self, nameOf }: RoomNow): Offers => {
  const remoteOf = ({ id, name, language, by, byName, removable }: OfferedSubtitles): Remote => ({
    id: `offer ${id}`,
    language,
    title: name,
    state: 'there',
    offer: {
      id,
      by: byName === undefined ? undefined : nameOf(by, byName),
      isOwn: by === self(),
      isRemovable: removable,
    },
    fetch: async () => {
      const result = await readSubtitles(room, id);
      return result.type === 'done' ? new TextEncoder().encode(result.value.text) : undefined;
    },
  });
  return {
    list: async () => {
      const result = await listSubtitles(room);
      return result.type === 'done' ? result.value.subtitles.map(remoteOf) : undefined;
    },
    add: async (offer) => {
      const ref = loaded();
      return ref === undefined
        ? 'otherFilm'
        : whyNot(await offerSubtitles(room, { ref, ...offer }));
    },
    takeBack: async (id) => {
      const result = await removeSubtitles(room, id);
      const isGone = result.type === 'failed' && result.kind === 'subtitles-unknown';
      return isGone ? undefined : whyNot(result);
    },
  };
};
