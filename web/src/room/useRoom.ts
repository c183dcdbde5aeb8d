import { useEffect, useState, useSyncExternalStore } from 'react';
import { later } from '../device/clock';
import type { RoomPort } from './port';
import type { RejectedFor, RoomView } from './view';

/** The view of a room, drawn again when it changes. */
export const useRoomView = (port: RoomPort): RoomView =>
  useSyncExternalStore(port.subscribe, port.view);

/** A room that is entered by `enter`, until the page shows something else or enters in another way. */
export const useRoomPort = (enter: () => RoomPort): RoomPort | undefined => {
  const [port, setPort] = useState<RoomPort>();
  useEffect(() => {
    const entered = enter();
    setPort(entered);
    return () => entered.close();
  }, [enter]);
  return port;
};

const shownMs = 4000;

/** Why the last wish was not done, for four seconds. */
export const useRejection = (port: RoomPort): RejectedFor | undefined => {
  const [rejection, setRejection] = useState<{ readonly why: RejectedFor }>();
  useEffect(() => port.onRejected((why) => setRejection({ why })), [port]);
  useEffect(() => {
    return rejection ? later(shownMs, () => setRejection(undefined)) : undefined;
  }, [rejection]);
  return rejection?.why;
};
