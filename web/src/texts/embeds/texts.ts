import { ownTexts } from '../ownTexts';

/** The texts about films of other sites, in the person's language. */
export const useEmbedTexts = ownTexts({
  en: async () => (await import('./en')).embeds,
  de: async () => (await import('./de')).embeds,
  ru: async () => (await import('./ru')).embeds,
});
