import { useEffect, useState } from 'react';
import { asMe } from '../account/session';
import type { AsMe } from '../api/people';
import { listenForNews } from './news';

/** What the server answers the person, asked anew whenever something is new for them; nothing until it is known. */
export const useAtNews = <Value>(what: AsMe<Value>): Value | undefined => {
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    let asked = 0;
    const stop = listenForNews(() => {
      asked += 1;
      const mine = asked;
      void asMe(what).then((result) => {
        // An answer that was overtaken by another tells how it was before.
        if (mine === asked && result.type === 'done') setValue(result.value);
      });
    });
    return () => {
      asked = 0;
      stop();
    };
  }, [what]);
  return value;
};
