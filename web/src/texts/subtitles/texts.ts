import { ownTexts } from '../ownTexts';

/** The texts about subtitles, in the person's language. */
export const useSubtitlesTexts = ownTexts({
  en: async () => (await import('./en')).subtitles,
  de: async () => (await import('./de')).subtitles,
  ru: async () => (await import('./ru')).subtitles,
});
