import { useEffect, useState } from 'react';
import { type Source, tracksOf } from './source';

/** The subtitles that come with the film. The browser draws none of them: of the chosen one it reads the cues, and the page shows them. */
export const useTracks = (
  element: HTMLVideoElement | null,
  chosen: string | undefined,
): readonly Source[] => {
  const [tracks, setTracks] = useState<readonly Source[]>([]);
  useEffect(() => {
    if (!element) return;
    const listening = new AbortController();
    const show = () => setTracks(tracksOf(element));
    show();
    for (const type of ['addtrack', 'removetrack'])
      element.textTracks.addEventListener(type, show, listening);
    return () => listening.abort();
  }, [element]);
  useEffect(() => {
    if (!element) return;
    const listening = new AbortController();
    const settle = () => {
      for (const source of tracks) {
        if (source.type !== 'track') continue;
        const mode = source.id === chosen ? 'hidden' : 'disabled';
        if (source.track.mode !== mode) source.track.mode = mode;
      }
    };
    settle();
    element.textTracks.addEventListener('change', settle, listening);
    return () => listening.abort();
  }, [element, tracks, chosen]);
  return tracks;
};
