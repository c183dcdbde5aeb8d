import { useState } from 'react';
import type { LibraryFilm } from '../api/library';
import { createRoom } from '../api/rooms';
import { useVisit } from '../home/useVisit';
import { startingAt } from '../room/startAt';

/** Opens a room with a film of the library, where one stopped in it or at its beginning; says whether that is under way or has failed. */
export const useWatch = () => {
  const visit = useVisit();
  const [state, setState] = useState<'idle' | 'opening' | 'failed'>('idle');
  const watch = async ({ id, title }: LibraryFilm, positionMs = 0) => {
    setState('opening');
    const room = await createRoom({ type: 'upload', film: id, title });
    setState(room.type === 'done' ? 'idle' : 'failed');
    if (room.type === 'done') visit(startingAt(room.value, positionMs));
  };
  return { state, watch };
};
