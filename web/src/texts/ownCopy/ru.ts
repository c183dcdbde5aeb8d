import type { OwnCopyTexts } from './en';

/** What is said of own copies where a film is chosen and shown, in Russian. */
export const ownCopy: OwnCopyTexts = {
  ownCopy: {
    choose: 'У каждого своя копия',
    text: 'Файл уже есть у всех: ничего не загружается',
    facts: 'свои копии',
    mine: 'Моя копия',
    missing: 'пока без подходящего файла',
  },
};
