import { useEffect, useState } from 'react';
import type { RoomPort } from '../room/port';
import type { Held } from './read';
import type { Remote } from './remote';
import type { Refused } from './useOwnFile';

/** What subtitles the upload holds that the room plays, as far as they are known. */
export const useRemotes = (port: RoomPort, upload: string | undefined): readonly Remote[] => {
  const [remotes, setRemotes] = useState<readonly Remote[]>([]);
  useEffect(() => {
    setRemotes([]);
    if (upload === undefined) return;
    const over = new AbortController();
    // Without a connection there are none, and nothing else is amiss.
    port.subtitles(upload, setRemotes, over.signal).catch(() => {});
    return () => over.abort();
  }, [port, upload]);
  return remotes;
};

type Fetch = Remote['fetch'];

type Read = Held & { readonly fetch: Fetch; readonly refused?: Refused };

const nothing: Held = { cues: [], ass: undefined };

const read = async (fetch: Fetch): Promise<Read> => {
  const bytes = await fetch();
  if (bytes === undefined) return { fetch, ...nothing, refused: 'unreachable' };
  const { readSubtitles } = await import('./read');
  const reading = readSubtitles(bytes);
  return reading.type === 'read'
    ? { fetch, cues: reading.cues, ass: reading.ass }
    : { fetch, ...nothing, refused: reading.why };
};

/** What one that is chosen holds, once it is there; or why it is not. */
export const useRead = (remote: Remote | undefined): Held & { readonly refused?: Refused } => {
  const [found, setFound] = useState<Read>();
  const fetch = remote?.state === 'there' ? remote.fetch : undefined;
  useEffect(() => {
    if (!fetch) return;
    let isWanted = true;
    void read(fetch).then((all) => {
      if (isWanted) setFound(all);
    });
    return () => {
      isWanted = false;
    };
  }, [fetch]);
  return found !== undefined && found.fetch === fetch ? found : nothing;
};
