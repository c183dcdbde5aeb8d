import { ownTexts } from '../ownTexts';

/** The texts about friends, in the person's language. */
export const usePeopleTexts = ownTexts({
  en: async () => (await import('./en')).people,
  de: async () => (await import('./de')).people,
  ru: async () => (await import('./ru')).people,
});
