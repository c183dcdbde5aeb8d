import { useEffect, useState } from 'react';
import type { LookAt, Preview } from '../api/previews';

/** What is known of an address: nothing, that it is being looked at, or what it is. */
export type Looked = Preview | 'unknown' | 'looking';

/** Whoever types an address is not looked over the shoulder at each letter. */
const pauseMs = 500;

/** Whether servers tell what addresses are: one that does not is asked once. */
let tells = true;

/** What stands at an address, shortly after it has stopped changing. Who cannot be told sees nothing. */
export const usePreview = (url: string, look: LookAt): Looked => {
  const [looked, setLooked] = useState<{ readonly url: string; readonly what: Looked }>();
  useEffect(() => {
    if (!tells) return;
    const stop = new AbortController();
    const ask = async () => {
      setLooked({ url, what: 'looking' });
      const result = await look(url, stop.signal);
      if (stop.signal.aborted) return;
      if (result.type === 'failed' && result.kind === 'no-previews') tells = false;
      setLooked({ url, what: result.type === 'done' ? result.value : 'unknown' });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [url, look]);
  return looked?.url === url ? looked.what : 'unknown';
};
