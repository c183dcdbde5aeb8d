import { useCallback, useEffect, useState } from 'react';
import { remember, remembered } from '../device/memory';

/** What of the video element belongs to this person alone, and not to the room. */
export type Own = {
  readonly volume: number;
  readonly isMuted: boolean;
};

const ownOf = ({ volume, muted }: HTMLVideoElement): Own => ({ volume, isMuted: muted });

const restoreVolume = (element: HTMLVideoElement): void => {
  const kept = Number(remembered('volume') ?? 1);
  element.volume = kept >= 0 && kept <= 1 ? kept : 1;
  element.muted = remembered('muted') === 'true';
};

const silent: Own = { volume: 1, isMuted: false };

/** Volume and mute of the element: local, remembered on this device, never told to the room. */
export const useElement = (element: HTMLVideoElement | null) => {
  const [own, setOwn] = useState(silent);
  useEffect(() => {
    if (!element) return;
    const listening = new AbortController();
    const show = () => setOwn(ownOf(element));
    restoreVolume(element);
    show();
    element.addEventListener(
      'volumechange',
      () => {
        remember('volume', String(element.volume));
        remember('muted', String(element.muted));
        show();
      },
      listening,
    );
    return () => listening.abort();
  }, [element]);
  const setVolume = useCallback(
    (volume: number) => {
      if (!element) return;
      element.volume = volume;
      element.muted = volume === 0;
    },
    [element],
  );
  const toggleMute = useCallback(() => {
    if (element) element.muted = !element.muted;
  }, [element]);
  return { own, setVolume, toggleMute };
};

/** Puts the film into a small window of its own, or back. Does nothing where the browser or the film has no such thing. */
export const togglePictureInPicture = async (element: HTMLVideoElement): Promise<void> => {
  if (!document.pictureInPictureEnabled || element.readyState === 0) return;
  if (document.pictureInPictureElement) await document.exitPictureInPicture();
  else await element.requestPictureInPicture();
};
