import { useCallback } from 'react';
import { useLocation } from 'wouter';

/** Goes to a link: within the page where it is one of this server, else by leaving the page. */
export const useVisit = () => {
  const [, go] = useLocation();
  return useCallback(
    (link: string, { replace = false }: { readonly replace?: boolean } = {}) => {
      if (link.startsWith('/')) go(link, { replace });
      else if (replace) location.replace(link);
      else location.assign(link);
    },
    [go],
  );
};
