import { useSearch } from 'wouter';

const here = 'https://here.invalid';

/** Where a page with `?to=PATH` leads to: a path of this server, never another one. */
export const destinationOf = (search: string): string => {
  const to = new URLSearchParams(search).get('to') ?? '/';
  try {
    const url = new URL(to, here);
    return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : '/';
  } catch {
    return '/';
  }
};

/** The page to go to afterwards, and how to hand it on to another page that asks first. */
export const useDestination = () => {
  const destination = destinationOf(useSearch());
  const handOn = (path: string) =>
    destination === '/' ? path : `${path}?to=${encodeURIComponent(destination)}`;
  return { destination, handOn };
};
