import { decoded } from './decode';
import type { NewOffer } from './offers';

/** So much of a text the server takes, in UTF-8. */
const mostBytes = 524_288;
const longestName = 120;

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

const isLanguage = (code: string): boolean => {
  try {
    return names.of(code) !== undefined;
  } catch {
    return false;
  }
};

/** The language that a file says by its name, as in `sea.de.srt` and `sea.pt-BR.forced.srt`; nothing if it says none that is known. */
export const languageOfFile = (name: string): string | undefined => {
  const [, code = ''] =
    /\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})(?:\.(?:forced|sdh|cc))?\.[^.]+$/.exec(name) ?? [];
  return isLanguage(code) ? code : undefined;
};

/** A name without what nobody sees, of what length the server takes. */
const cleaned = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, longestName)
    .toWellFormed() || 'subtitles';

/** A file of this person as it is offered to all, in Unicode whatever it was written in; nothing if it is too large for that. */
export const newOfferOf = (name: string, bytes: Uint8Array): NewOffer | undefined => {
  const { text } = decoded(bytes);
  if (new TextEncoder().encode(text).length > mostBytes) return undefined;
  const language = languageOfFile(name);
  return { name: cleaned(name), ...(language === undefined ? {} : { language }), text };
};
