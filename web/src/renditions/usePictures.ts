import { useEffect, useState } from 'react';
import type { RoomPort } from '../room/port';
import type { Pictures } from './pictures';

/** Still pictures of the upload that the room plays, as soon as there are any. */
export const usePictures = (port: RoomPort, upload: string | undefined): Pictures | undefined => {
  const [pictures, setPictures] = useState<Pictures>();
  useEffect(() => {
    setPictures(undefined);
    if (upload === undefined) return;
    const over = new AbortController();
    // Without a connection there are none, and nothing else is amiss.
    port.pictures(upload, over.signal).then(setPictures, () => {});
    return () => over.abort();
  }, [port, upload]);
  return pictures;
};
