import { ownTexts } from '../ownTexts';

/** The texts about own copies, in the person's language. */
export const useCopiesTexts = ownTexts({
  en: async () => (await import('./en')).copies,
  de: async () => (await import('./de')).copies,
  ru: async () => (await import('./ru')).copies,
});
