import type { Site, Sound } from './site';

const soundOf = ({ volume, muted }: HTMLVideoElement): Sound => ({
  volume: Math.round(volume * 100) / 100,
  isMuted: muted,
});

const isSame = (one: Sound, other: Sound | undefined): boolean =>
  one.volume === other?.volume && one.isMuted === other.isMuted;

/** How loud it is belongs to the page's own element, which plays nothing meanwhile: the site's player follows it, and it follows who changes it there. */
export const openSound = (
  element: HTMLVideoElement,
  site: Site,
  send: (messages: readonly unknown[]) => void,
) => {
  const stop = new AbortController();
  let told: Sound | undefined;
  let asked: Sound | undefined;
  let isReady = false;

  const follow = (): void => {
    const wanted = soundOf(element);
    if (!isReady || isSame(wanted, asked ?? told)) return;
    asked = wanted;
    send(site.setSound(wanted));
  };
  element.addEventListener('volumechange', follow, { signal: stop.signal });
  return {
    /** The site's player listens: from now on it is as loud as the element. */
    ready: (): void => {
      isReady = true;
      follow();
    },
    saw: (sound: Sound): void => {
      if (isSame(sound, told)) return;
      told = sound;
      const isAnswer = asked !== undefined;
      asked = undefined;
      if (!isReady || isAnswer) return;
      element.volume = sound.volume;
      element.muted = sound.isMuted;
    },
    close: (): void => stop.abort(),
  };
};
