import { type RefObject, useCallback, useEffect, useState } from 'react';

type PhoneVideo = HTMLVideoElement & { readonly webkitEnterFullscreen?: () => void };

/** Full screen of a part of the page; where the browser can do it for a film only, of the film in it. */
export const useFullScreen = (part: RefObject<HTMLElement | null>) => {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const show = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', show);
    return () => document.removeEventListener('fullscreenchange', show);
  }, []);
  const toggle = useCallback(() => {
    if (document.fullscreenElement) return void document.exitFullscreen();
    const element = part.current;
    if (!element) return;
    if (document.fullscreenEnabled) return void element.requestFullscreen();
    element.querySelector<PhoneVideo>('video')?.webkitEnterFullscreen?.();
  }, [part]);
  return { isFull, toggle };
};
