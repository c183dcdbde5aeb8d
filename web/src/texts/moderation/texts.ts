import { ownTexts } from '../ownTexts';

/** The texts about what was done to keep order in a room, in the person's language. */
export const useModerationTexts = ownTexts({
  en: async () => (await import('./en')).moderation,
  de: async () => (await import('./de')).moderation,
  ru: async () => (await import('./ru')).moderation,
});
