import { useMemo } from 'react';
import { type LookAt, lookInRoom } from '../api/previews';
import type { RoomPort } from '../room/port';

/** How whoever is in a room asks what stands at an address; nothing where no server can tell. */
export const useLookInRoom = ({ server }: RoomPort): LookAt | undefined =>
  useMemo(() => server && lookInRoom(server.roomId), [server]);
