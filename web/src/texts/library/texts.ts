import { ownTexts } from '../ownTexts';

/** The texts about somebody's library, in the person's language. */
export const useLibraryTexts = ownTexts({
  en: async () => (await import('./en')).library,
  de: async () => (await import('./de')).library,
  ru: async () => (await import('./ru')).library,
});
