import { useCallback, useEffect, useState } from 'react';

const form = /^#token=([A-Za-z0-9._-]+)$/u;

// One for each page to which letters lead, for a browser that keeps nothing.
const held = new Map<string, string>();

const keyOf = (page: string): string => `matinee.letter.${page}`;

const kept = (page: string): string => {
  try {
    return sessionStorage.getItem(keyOf(page)) ?? '';
  } catch {
    return held.get(page) ?? '';
  }
};

const keep = (page: string, token: string): void => {
  try {
    sessionStorage.setItem(keyOf(page), token);
  } catch {
    held.set(page, token);
  }
};

const drop = (page: string): void => {
  held.delete(page);
  try {
    sessionStorage.removeItem(keyOf(page));
  } catch {
    // Nothing was kept.
  }
};

/** The token in the fragment of the address to which a letter led. It leaves the address, and this tab keeps it for a reload, or until somebody has signed in. */
const taken = (page: string): string => {
  const token = form.exec(location.hash)?.[1];
  if (token === undefined) return kept(page);
  keep(page, token);
  history.replaceState(history.state, '', location.pathname);
  return token;
};

/** The token of the letter that led to `page`; empty if there is none, which no server takes. */
export const useLetterToken = (page: string) => {
  const [token, setToken] = useState(() => taken(page));
  useEffect(() => {
    const listening = new AbortController();
    const look = () => setToken(taken(page));
    window.addEventListener('hashchange', look, listening);
    return () => listening.abort();
  }, [page]);
  /** What it was for is done. */
  const forget = useCallback(() => drop(page), [page]);
  return { token, forget };
};
