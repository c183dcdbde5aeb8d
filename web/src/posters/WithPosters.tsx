import type { ReactNode } from 'react';
import type { RoomPort } from '../room/port';
import { useRoomView } from '../room/useRoom';
import { PostersContext, usePosters } from './usePosters';

type WithPostersProps = { readonly port: RoomPort; readonly children: ReactNode };

/** Within it the posters of the films that are before the room are known. */
export const WithPosters = ({ port, children }: WithPostersProps) => (
  <PostersContext value={usePosters(port, useRoomView(port))}>{children}</PostersContext>
);
