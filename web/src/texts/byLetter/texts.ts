import { ownTexts } from '../ownTexts';

/** The texts about invitations that go by letter, in the person's language. */
export const useByLetterTexts = ownTexts({
  en: async () => (await import('./en')).byLetter,
  de: async () => (await import('./de')).byLetter,
  ru: async () => (await import('./ru')).byLetter,
});
