import type { RenditionsTexts } from './en';

/** What is said of what the server makes of films, in Russian. */
export const renditions: RenditionsTexts = {
  renditions: {
    title: 'Этот фильм готовится для вашего браузера',
    waits: 'Его очередь ещё не подошла. Всё начнётся само.',
    done: (percent) => `Готово ${percent} %. Всё начнётся само.`,
    track: 'Звук',
    numbered: (number) => `Дорожка ${number}`,
  },
};
