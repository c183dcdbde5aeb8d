import { useEffect } from 'react';

type MediaKeys = { readonly play: () => void; readonly pause: () => void };

/**
 * Hears the play and pause of keyboards, headphones and lock screens, which then no longer do it to the video element themselves. So they are
 * wishes of the person on a hidden page too, where nothing else that pauses a player is.
 */
export const useMediaKeys = ({ play, pause }: MediaKeys): void => {
  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    const { mediaSession } = navigator;
    mediaSession.setActionHandler('play', play);
    mediaSession.setActionHandler('pause', pause);
    return () => {
      mediaSession.setActionHandler('play', null);
      mediaSession.setActionHandler('pause', null);
    };
  }, [play, pause]);
};
