import { ownTexts } from '../ownTexts';

/** The texts about what stands at an address, in the person's language. */
export const usePreviewTexts = ownTexts({
  en: async () => (await import('./en')).previews,
  de: async () => (await import('./de')).previews,
  ru: async () => (await import('./ru')).previews,
});
