import { filmAddress } from '../api/members';

/** Where the playlist is that names all that was made of an upload; nothing when the room gives no address. */
export const masterPlaylist = async (room: string, film: string): Promise<string | undefined> => {
  const address = await filmAddress(room, film);
  return address && `${address.renditionsUrl}master.m3u8`;
};
