import { type Language, preferredLanguage } from '@matinee/web/texts/language';
import { de } from './de';
import { en, type Texts } from './en';
import { ru } from './ru';

const all: Readonly<Record<Language, Texts>> = { en, de, ru };

/** The first language of the person's list that the texts exist in, and the texts in it. */
export const textsFor = (tags: readonly string[]): readonly [Language, Texts] => {
  const language = preferredLanguage(tags);
  return [language, all[language]];
};
