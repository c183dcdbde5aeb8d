import { counting } from '../plural';
import type { WritingTexts } from './en';

const count = counting('ru');

/** The texts about what is put into lines of the chat besides words, in Russian. */
export const writing: WritingTexts = {
  people: 'Кого можно упомянуть',
  found: (n) =>
    count(n, {
      one: 'Можно упомянуть # человека. Стрелки выбирают, Enter подтверждает',
      few: 'Можно упомянуть # человек. Стрелки выбирают, Enter подтверждает',
      many: 'Можно упомянуть # человек. Стрелки выбирают, Enter подтверждает',
      other: 'Можно упомянуть # человека. Стрелки выбирают, Enter подтверждает',
    }),
  mentioned: (name, text) => `${name} упоминает вас: ${text}`,
  atPosition: 'Написать об этом моменте',
  about: (position) => `О моменте ${position}`,
  dropPosition: 'Без времени',
  ofAnotherFilm: (position) => `На ${position} другого фильма`,
};
