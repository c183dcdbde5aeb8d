import { ownTexts } from '../ownTexts';

/** The texts about rooms without a server, in the person's language. */
export const usePeerTexts = ownTexts({
  en: async () => (await import('./en')).peers,
  de: async () => (await import('./de')).peers,
  ru: async () => (await import('./ru')).peers,
});
