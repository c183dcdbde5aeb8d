import { useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { readPresent } from '../api/people';
import { listenForFriends } from './news';

/** How long a server that has failed may go unnoticed. */
const againMs = 60_000;

/** The friends who are here, each with the rooms where they let themselves be seen; nobody until it is known. */
export const usePresent = (): ReadonlyMap<string, readonly string[]> => {
  const [present, setPresent] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const result = await asMe(readPresent);
      if (wanted && result.type === 'done')
        setPresent(new Map(result.value.friends.map(({ id, rooms }) => [id, rooms])));
    };
    const stop = listenForFriends(() => void read());
    const again = setInterval(() => {
      if (!document.hidden) void read();
    }, againMs);
    void read();
    return () => {
      wanted = false;
      stop();
      clearInterval(again);
    };
  }, []);
  return present;
};
