import { ownTexts } from '../ownTexts';

/** The texts about planned evenings, in the person's language. */
export const useScreeningTexts = ownTexts({
  en: async () => (await import('./en')).screenings,
  de: async () => (await import('./de')).screenings,
  ru: async () => (await import('./ru')).screenings,
});
