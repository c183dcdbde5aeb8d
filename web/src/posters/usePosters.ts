import { createContext, useEffect, useState } from 'react';
import { later } from '../device/clock';
import type { RoomPort } from '../room/port';
import { filmIn, type RoomView } from '../room/view';

/** Where the posters are of the films that are before the room, as far as they have any. */
export type FilmPosters = ReadonlyMap<string, string>;

const none: FilmPosters = new Map();

export const PostersContext = createContext(none);

/** How long after one look the next is, while something has no poster: it may be made just now. */
const restMs = 30_000;

/** The uploads that the room plays or has in its queue, each once, in no order. */
const uploadsIn = (view: RoomView): readonly string[] => {
  const queued = view.queue.items.flatMap(({ media: { ref } }) =>
    ref.type === 'upload' ? [ref.film] : [],
  );
  return [...new Set([filmIn(view)?.upload, ...queued])].filter((it) => it !== undefined).sort();
};

/** Asks when other films come before the room, and now and then while the page is seen and something has none; in a giant not again, for so many who do would be too many. */
export const usePosters = (port: RoomPort, view: RoomView): FilmPosters => {
  const [found, setFound] = useState(none);
  const isIn = view.contact.type === 'live';
  const isAgain = view.crowd === undefined;
  const wanted = uploadsIn(view).join();
  useEffect(() => {
    if (!isIn || wanted === '') return;
    let isWanted = true;
    let callOff = (): void => undefined;
    const look = async (): Promise<void> => {
      const told = document.hidden ? undefined : await port.posters();
      if (!isWanted) return;
      if (told) setFound(told);
      const isAll = told && wanted.split(',').every((film) => told.has(film));
      if (isAgain && !isAll) callOff = later(restMs, () => void look());
    };
    void look();
    return () => {
      isWanted = false;
      callOff();
    };
  }, [port, wanted, isIn, isAgain]);
  return found;
};
