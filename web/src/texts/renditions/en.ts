/** What is said of what the server makes of films, in English. */
export const renditions = {
  renditions: {
    title: 'This film is being made ready for your browser',
    waits: 'It is not its turn yet. It begins by itself.',
    done: (percent: number) => `${percent} % done. It begins by itself.`,
    track: 'Sound',
    numbered: (number: number) => `Track ${number}`,
  },
};

/** The same in one language. */
export type RenditionsTexts = typeof renditions;
