import type { RenditionsTexts } from './en';

/** What is said of what the server makes of films, in German. */
export const renditions: RenditionsTexts = {
  renditions: {
    title: 'Dieser Film wird für deinen Browser vorbereitet',
    waits: 'Er ist noch nicht an der Reihe. Es geht von selbst los.',
    done: (percent) => `${percent} % fertig. Es geht von selbst los.`,
    track: 'Ton',
    numbered: (number) => `Tonspur ${number}`,
  },
};
