import { useEffect, useState } from 'react';
import { addressesForOthers } from '../api/addresses';

/** Whether an address can be opened on this computer only. */
export const isLocalOnly = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127\./u.test(hostname);

/** The same page at another address of the server. */
export const linkAt = (address: string, link: string): string => {
  const { pathname, search, hash } = new URL(link);
  return new URL(pathname + search + hash, address).href;
};

/** The link that others can open: `link` itself, or, when that works on this computer only, the same at an address for others. */
export const useLinkForOthers = (link: string): string => {
  const [address, setAddress] = useState<string>();
  const isLocal = isLocalOnly(new URL(link).hostname);
  useEffect(() => {
    let wanted = isLocal;
    if (wanted) {
      void addressesForOthers().then(([best]) => wanted && setAddress(best));
    }
    return () => {
      wanted = false;
    };
  }, [isLocal]);
  return isLocal && address !== undefined ? linkAt(address, link) : link;
};
