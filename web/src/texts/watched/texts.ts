import { ownTexts } from '../ownTexts';

/** The texts about what somebody has watched, in the person's language. */
export const useWatchedTexts = ownTexts({
  en: async () => (await import('./en')).watched,
  de: async () => (await import('./de')).watched,
  ru: async () => (await import('./ru')).watched,
});
