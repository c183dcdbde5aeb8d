import { useEffect, useRef, useState } from 'react';
import { rightTo } from '../address';
import type { Intent, ToPopup } from '../messages';

/** What the background tells, nothing before it has; and how it is told what the person wants. `site` is the page into which the extension has to be let for that. */
export const useBackground = (): {
  readonly told: ToPopup | undefined;
  readonly want: (intent: Intent, site?: string) => void;
} => {
  const [told, setTold] = useState<ToPopup>();
  const port = useRef<chrome.runtime.Port>(undefined);
  useEffect(() => {
    const opened = chrome.runtime.connect({ name: 'popup' });
    opened.onMessage.addListener((message: ToPopup) => setTold(message));
    port.current = opened;
    return () => opened.disconnect();
  }, []);
  return {
    told,
    // The browser's question may close the popup: the background goes on when it hears the answer.
    want: (intent, site) => {
      port.current?.postMessage(intent);
      if (site !== undefined) void chrome.permissions.request({ origins: [rightTo(site)] });
    },
  };
};
