/** The longest address that a room takes (ST1). */
const LONGEST = 2_048;
/** The longest title that a room takes. */
const LONGEST_TITLE = 200;

const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** The address as a room takes it for a page of a site (ST1); nothing if it takes none such. */
export const pageOf = (text: string): string | undefined => {
  const url = parsed(text);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return url.href.length <= LONGEST ? url.href : undefined;
};

/** Is the page at one address the one that a room names? The fragment, and what the site has added to the query, do not count. */
export const isPage = (here: string, wanted: string): boolean => {
  const [one, other] = [parsed(here), parsed(wanted)];
  return (
    one !== undefined &&
    other !== undefined &&
    one.origin === other.origin &&
    one.pathname === other.pathname &&
    [...other.searchParams].every(([name, value]) => one.searchParams.getAll(name).includes(value))
  );
};

/** What a browser has to be asked for, so that a program may be put into pages of the site at this address. */
export const rightTo = (url: string): string => `https://${new URL(url).hostname}/*`;

/** The site of an address, as people name it. */
export const siteOf = (url: string): string => parsed(url)?.hostname ?? url;

/** What the page calls itself, as a title that a room takes: one line, and not empty. */
export const titleOf = (title: string, url: string): string => {
  const line = title
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE)
    .replace(/\p{Cs}/gu, '')
    .trim();
  return line === '' ? siteOf(url) : line;
};

/** A room of a server. */
export type RoomLink = { readonly server: string; readonly room: string };

/** The room that a link leads to; nothing if it is no link of a room. */
export const roomOf = (text: string): RoomLink | undefined => {
  const url = parsed(text.trim());
  const room = /^\/r\/([\w-]{1,64})\/?$/u.exec(url?.pathname ?? '')?.[1];
  if (url === undefined || room === undefined || !/^https?:$/u.test(url.protocol)) return undefined;
  return { server: url.origin, room };
};

/** The address of a server as a person typed it, without what stands behind it; a bare name is taken as https. Nothing if it is none. */
export const serverOf = (text: string): string | undefined => {
  const typed = text.trim();
  const url = parsed(/^https?:\/\//iu.test(typed) ? typed : `https://${typed}`);
  return url === undefined || typed === '' ? undefined : url.origin;
};
