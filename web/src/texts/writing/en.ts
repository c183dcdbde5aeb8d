import { counting } from '../plural';

const count = counting('en');

/** The texts about what is put into lines of the chat besides words, in English. */
export const writing = {
  people: 'People to mention',
  found: (n: number) =>
    count(n, {
      one: '# person to mention. Arrow keys choose, Enter takes',
      other: '# people to mention. Arrow keys choose, Enter takes',
    }),
  mentioned: (name: string, text: string) => `${name} mentions you: ${text}`,
  atPosition: 'Write about this moment',
  about: (position: string) => `About ${position}`,
  dropPosition: 'Without the time',
  ofAnotherFilm: (position: string) => `At ${position} of another film`,
};

/** The same in one language. */
export type WritingTexts = typeof writing;
