import { useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { readTalks, type Talk } from '../api/conversations';
import { listenForNews } from '../friends/news';

/** The person's conversations, kept up to date; nothing until they are known. */
export const useTalks = (): { readonly talks: readonly Talk[] | undefined } => {
  const [talks, setTalks] = useState<readonly Talk[]>();
  useEffect(() => {
    let wanted = true;
    const stop = listenForNews(() => {
      void asMe(readTalks).then((result) => {
        if (wanted && result.type === 'done') setTalks(result.value.conversations);
      });
    });
    return () => {
      wanted = false;
      stop();
    };
  }, []);
  return { talks };
};
