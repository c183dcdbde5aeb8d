import { ownTexts } from '../ownTexts';

/** The texts about rooms that everybody may find, in the person's language. */
export const useOpenRoomTexts = ownTexts({
  en: async () => (await import('./en')).openRooms,
  de: async () => (await import('./de')).openRooms,
  ru: async () => (await import('./ru')).openRooms,
});
