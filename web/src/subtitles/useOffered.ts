import { useCallback, useEffect, useRef, useState } from 'react';
import type { RoomPort } from '../room/port';
import { filmIn, type RoomView } from '../room/view';
import type { OfferRefused } from './offers';
import { type Remote, renewed } from './remote';
import { watchOffers } from './watchOffers';

/** What is offered to all in the room for what is loaded, and what this person can do about it. */
export type Offered = {
  readonly remotes: readonly Remote[];
  /** Looks at once. */
  readonly look: () => void;
  /** May this person offer something? */
  readonly mayAdd: boolean;
  readonly add: (name: string, bytes: Uint8Array) => Promise<OfferRefused | undefined>;
  readonly takeBack: (id: string) => Promise<OfferRefused | undefined>;
};

const none: readonly Remote[] = [];

/** Names what is loaded. */
const mediaIn = (view: RoomView): string | undefined => {
  const film = filmIn(view);
  return film?.upload ?? film?.ownCopy?.hash ?? film?.embed?.id ?? film?.page ?? film?.address;
};

/** Looks as long as the page is in the room. In a giant it is not looked again by itself: so many who do would be too many. */
export const useOffered = (port: RoomPort, view: RoomView): Offered => {
  const media = mediaIn(view);
  const isIn = view.contact.type === 'live';
  const isAgain = view.crowd === undefined;
  const [found, setFound] = useState<{
    readonly media: string;
    readonly remotes: readonly Remote[];
  }>();
  const watch = useRef<ReturnType<typeof watchOffers>>(undefined);
  useEffect(() => {
    if (media === undefined || !isIn) return;
    const { look, close } = watchOffers({
      list: port.offers.list,
      isSeen: () => !document.hidden,
      isAgain,
      tell: (remotes) =>
        setFound((before) => ({
          media,
          remotes: renewed(before?.media === media ? before.remotes : none, remotes),
        })),
    });
    watch.current = { look, close };
    const onSight = () => void look();
    document.addEventListener('visibilitychange', onSight);
    void look();
    return () => {
      watch.current = undefined;
      close();
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [port, media, isIn, isAgain]);
  const settle = async (deed: Promise<OfferRefused | undefined>) => {
    const why = await deed;
    await watch.current?.look();
    return why;
  };
  return {
    remotes: found !== undefined && found.media === media ? found.remotes : none,
    look: useCallback(() => void watch.current?.look(), []),
    mayAdd: port.server !== undefined && view.rights.has('LOAD'),
    add: async (name, bytes) => {
      const making = await import('./newOffer').catch(() => undefined);
      if (!making) return 'offline';
      const offer = making.newOfferOf(name, bytes);
      return offer === undefined ? 'tooLarge' : settle(port.offers.add(offer));
    },
    takeBack: (id) => settle(port.offers.takeBack(id)),
  };
};
