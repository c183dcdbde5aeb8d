import { counting } from '../plural';
import type { WritingTexts } from './en';

const count = counting('de');

/** The texts about what is put into lines of the chat besides words, in German. */
export const writing: WritingTexts = {
  people: 'Leute, die du erwähnen kannst',
  found: (n) =>
    count(n, {
      one: '# Person zum Erwähnen. Pfeiltasten wählen, Enter übernimmt',
      other: '# Personen zum Erwähnen. Pfeiltasten wählen, Enter übernimmt',
    }),
  mentioned: (name, text) => `${name} erwähnt dich: ${text}`,
  atPosition: 'Zu dieser Stelle schreiben',
  about: (position) => `Zu ${position}`,
  dropPosition: 'Ohne die Stelle',
  ofAnotherFilm: (position) => `Bei ${position} eines anderen Films`,
};
