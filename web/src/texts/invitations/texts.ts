import { ownTexts } from '../ownTexts';

/** The texts about invitations to rooms, in the person's language. */
export const useInvitationTexts = ownTexts({
  en: async () => (await import('./en')).invitations,
  de: async () => (await import('./de')).invitations,
  ru: async () => (await import('./ru')).invitations,
});
