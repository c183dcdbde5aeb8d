import type { Sound } from './site';

/** How loud it is: volume and muting are told together or one by one. */
export const openLoudness = () => {
  let loudness: Partial<Sound> = {};
  return (volume: unknown, muted: unknown): Sound | undefined => {
    if (typeof volume === 'number') loudness = { ...loudness, volume };
    if (typeof muted === 'boolean') loudness = { ...loudness, isMuted: muted };
    const { volume: loud, isMuted } = loudness;
    return loud === undefined || isMuted === undefined ? undefined : { volume: loud, isMuted };
  };
};
