/** A piece of a message: words, a place in the film, or an address that is safe to open. */
export type Piece =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'position'; readonly text: string; readonly positionMs: number }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

const marks = /https?:\/\/[^\s<>"]+|(?<![\d:.,])(?:\d{1,2}:)?[0-5]?\d:[0-5]\d(?![\d:])/giu;
const trailing = /[.,;:!?)\]}'»“”…]+$/u;

const positionOf = (text: string): number =>
  text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;

const linkOf = (text: string): Piece => {
  const trimmed = text.replace(trailing, '');
  return URL.canParse(trimmed)
    ? { type: 'link', text: trimmed, url: new URL(trimmed).href }
    : { type: 'words', text: trimmed };
};

const pieceOf = (text: string, lengthMs: number | undefined): Piece => {
  if (/^http/iu.test(text)) return linkOf(text);
  const positionMs = positionOf(text);
  return lengthMs !== undefined && positionMs > lengthMs
    ? { type: 'words', text }
    : { type: 'position', text, positionMs };
};

/**
 * Takes a message apart. Times such as `12:30` or `1:02:11` that lie in the film become places in it; only http and https
 * addresses become links. The texts of the pieces, joined, are the message.
 */
export const piecesOf = (message: string, lengthMs?: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of message.matchAll(marks)) {
    const piece = pieceOf(match[0], lengthMs);
    if (piece.type === 'words') continue;
    if (match.index > from) pieces.push({ type: 'words', text: message.slice(from, match.index) });
    pieces.push(piece);
    from = match.index + piece.text.length;
  }
  if (from < message.length) pieces.push({ type: 'words', text: message.slice(from) });
  return pieces;
};
