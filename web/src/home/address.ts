import { embedOf } from '../embeds/embedAddress';
import { siteTitle } from '../embeds/sites';
import type { EmbedChoice, FilmChoice } from '../room/port';
import type { Texts } from '../texts/en';

/** A film at a pasted address: what stands there itself, or a film of another site. */
export type FilmAtAddress = Extract<FilmChoice, { readonly type: 'address' | 'embed' }>;

/** A pasted address: a film, or why it is none. */
export type Address =
  | FilmAtAddress
  | { readonly type: 'invalid'; readonly why: 'emptyAddress' | 'badAddress' | 'longAddress' };

const longest = 2000;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A title for a film that has only an address: the file's name without its ending, else the site's name. At most 200 characters. */
export const titleOf = (url: URL): string => {
  const file = decoded(url.pathname.split('/').at(-1) ?? '');
  const name = file
    .replace(/\.[a-z0-9]{2,5}$/iu, '')
    .replace(/[_+]+/gu, ' ')
    .trim();
  return (name || url.hostname).slice(0, 200);
};

/** The film of another site at an address, called as the site and its id there: only its player knows more. */
const embedAt = (url: URL): EmbedChoice | undefined => {
  const found = embedOf(url);
  if (found === undefined) return undefined;
  const { startMs, ...embed } = found;
  return {
    type: 'embed',
    embed,
    title: siteTitle(embed),
    ...(startMs === undefined ? {} : { startMs }),
  };
};

/** Reads what a person pasted. A bare `example.org/film.mp4` is taken as https. */
export const addressOf = (pasted: string): Address => {
  const text = pasted.trim();
  if (text === '') return { type: 'invalid', why: 'emptyAddress' };
  if (text.length > longest) return { type: 'invalid', why: 'longAddress' };
  const complete = /^[\w-]+(\.[\w-]+)+(:\d+)?\//u.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\/\S+$/iu.test(complete) || !URL.canParse(complete)) {
    return { type: 'invalid', why: 'badAddress' };
  }
  const url = new URL(complete);
  return embedAt(url) ?? { type: 'address', url: url.href, title: titleOf(url) };
};

/** The words for an address that is none. */
export const textOfInvalid = (texts: Texts, address: Address): string | undefined =>
  address.type === 'invalid' ? texts.home[address.why] : undefined;
