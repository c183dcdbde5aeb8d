import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useParams } from 'wouter';
import type { RoomPort } from '../room/port';
import { type Goal, type GoalInRoom, nextToDeliver, type Upload, type UploadedFilm } from './item';
import { allUploads, delivered, subscribe, uploadsFor } from './store';

/** The uploads for one goal, as they are now. */
export const useUploads = (goal: Goal): readonly Upload[] => {
  const all = useSyncExternalStore(subscribe, allUploads);
  return useMemo(() => uploadsFor(all, goal), [all, goal]);
};

/** Hands over the film whose turn it is, while `isReady`. */
export const useDelivery = (
  goal: Goal,
  isReady: boolean,
  deliver: (upload: Upload, film: UploadedFilm) => void,
): void => {
  const all = useSyncExternalStore(subscribe, allUploads);
  useEffect(() => {
    const next = isReady ? nextToDeliver(all, goal) : undefined;
    if (next) deliver(next.upload, next.film);
  }, [all, goal, isReady, deliver]);
};

/** What comes up next in the room whose page this is. */
export const useGoalOfRoom = (): GoalInRoom => {
  const { room = '' } = useParams();
  return useMemo(() => ({ type: 'room', room, how: 'enqueue' }), [room]);
};

/** Films that were uploaded for the room whose page this is come into it while it `isLive`; `onLoad` is told when one takes the place of what is played. */
export const useFilmsForRoom = (port: RoomPort, isLive: boolean, onLoad: () => void): void => {
  const deliver = useCallback(
    (upload: Upload, film: UploadedFilm) => {
      const how = upload.goal.type === 'room' ? upload.goal.how : 'enqueue';
      delivered(upload);
      port.send({ type: how, film });
      if (how === 'load') onLoad();
    },
    [port, onLoad],
  );
  useDelivery(useGoalOfRoom(), isLive, deliver);
};
