import { mentionSource, type Named } from './mentions';

/** A piece of a message: words, a place in the film, somebody who is mentioned, or an address that is safe to open. */
export type Piece =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'position'; readonly text: string; readonly positionMs: number }
  | { readonly type: 'mention'; readonly text: string; readonly id: string }
  | {
      readonly type: 'link';
      readonly text: string;
      readonly url: string;
      /** Where it really leads, if the text does not say so plainly: another script's host in ASCII, a number that is an address. */
      readonly host?: string;
    };

/** No spaces, quotes or backslashes, and nothing that is invisible or turns the writing around. */
const address = String.raw`https?://[^\s<>"\\\p{Cc}\p{Cf}]+`;
const time = String.raw`(?<![\d:.,])(?:\d{1,2}:)?[0-5]?\d:[0-5]\d(?![\d:])`;
const marksWith = (mentions: readonly Named[]): RegExp => {
  const names = mentionSource(mentions.map(({ name }) => name));
  return new RegExp([...(names === undefined ? [] : [names]), address, time].join('|'), 'giu');
};
const trailing = /[.,;:!?)\]}'»“”…]+$/u;

const positionOf = (text: string): number =>
  text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;

const linkOf = (text: string): Piece => {
  const trimmed = text.replace(trailing, '');
  if (!URL.canParse(trimmed) || /^https?:\/\/[^/?#]*@/iu.test(trimmed))
    return { type: 'words', text };
  const { href, protocol, hostname } = new URL(trimmed);
  const [authority = ''] = trimmed.slice(protocol.length + 2).split(/[/?#]/u);
  const isPlain = authority.toLowerCase().replace(/:\d*$/u, '') === hostname;
  return { type: 'link', text: trimmed, url: href, ...(isPlain ? {} : { host: hostname }) };
};

const pieceOf = (text: string, lengthMs: number | undefined, mentions: readonly Named[]): Piece => {
  const mentioned = mentions.find(({ name }) => text === `@${name}`);
  if (mentioned) return { type: 'mention', text, id: mentioned.id };
  if (text.startsWith('@')) return { type: 'words', text };
  if (/^http/iu.test(text)) return linkOf(text);
  const positionMs = positionOf(text);
  return lengthMs !== undefined && positionMs > lengthMs
    ? { type: 'words', text }
    : { type: 'position', text, positionMs };
};

/**
 * Takes a message apart. Times such as `12:30` or `1:02:11` that lie in the film become places in it, `@` with the name of somebody of
 * `mentions` a mention; only http and https addresses become links, and none that names a user, whose host could be taken for another.
 * The texts of the pieces, joined, are the message.
 */
export const piecesOf = (
  message: string,
  lengthMs?: number,
  mentions: readonly Named[] = [],
): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of message.matchAll(marksWith(mentions))) {
    const piece = pieceOf(match[0], lengthMs, mentions);
    if (piece.type === 'words') continue;
    if (match.index > from) pieces.push({ type: 'words', text: message.slice(from, match.index) });
    pieces.push(piece);
    from = match.index + piece.text.length;
  }
  if (from < message.length) pieces.push({ type: 'words', text: message.slice(from) });
  return pieces;
};
