import { counting } from '../plural';
import type { OpenRoomTexts } from './en';

const count = counting('de');

/** The texts about rooms that everybody may find, in German. */
export const openRooms: OpenRoomTexts = {
  title: 'Offene Räume',
  lead: 'Hier kommt herein, wer mag. Wähle einen Raum, gib einen Namen an und schau mit.',
  search: 'Nach einem Raum oder Film suchen',
  found: (n: number) => count(n, { one: '# offener Raum', other: '# offene Räume' }),
  full: 'Voll',
  comeIn: {
    MEMBER: 'Komm herein',
    GUEST: 'Du kommst als Gast herein',
    WATCHER: 'Du kommst zum Zuschauen herein',
  },
  noneTitle: 'Gerade ist kein Raum offen',
  none: 'Mach selbst einen auf und lass alle herein: im Raum unter Einstellungen, Die Tür.',
  openOne: 'Einen Raum aufmachen',
  notFound: (search: string) => `Zu „${search}“ findet sich nichts`,
  notFoundText: 'Suche ein Wort aus dem Namen oder dem Film, oder sieh dir alle an.',
  showAll: 'Alle offenen Räume zeigen',
  offTitle: 'Auf diesem Server gibt es keine Liste offener Räume',
  off: 'Räume findet man hier nur über ihren Link. Bitte die, deren Raum es ist, um den Link, oder mach selbst einen auf.',
  failed: 'Die offenen Räume sind gerade nicht zu sehen; es wird immer wieder nachgesehen.',
};
