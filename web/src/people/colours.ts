import { createContext, useContext } from 'react';

/** Which of the eight colours of the style each person has, by id. */
export type Colours = ReadonlyMap<string, number>;

const count = 8;

/** One of the colours, always the same for the same id. */
export const colourOf = (id: string): number =>
  ([...id].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619),
    -2128831035,
  ) >>>
    7) %
  count;

/** The colours of people who are seen side by side: who came later gets another as long as there is one. */
export const coloursOf = (ids: readonly string[]): Colours =>
  ids.reduce((colours, id) => {
    const taken = new Set(colours.values());
    const own = colourOf(id);
    const free = [...Array(count).keys()]
      .map((step) => (own + step) % count)
      .find((colour) => !taken.has(colour));
    return new Map([...colours, [id, free ?? own]]);
  }, new Map<string, number>());

export const ColoursContext = createContext<Colours>(new Map());

/** The colour of the person `id`, also of one who has left. */
export const useColour = (id: string): number => useContext(ColoursContext).get(id) ?? colourOf(id);
