/** Characters that are words by themselves (CH9): emojis, and those of scripts that put no blanks between words. */
const alone = String.raw`\p{Extended_Pictographic}|(?=\p{L})[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]`;
const word = new RegExp(
  String.raw`${alone}|[\p{L}\p{Nd}](?:(?!${alone})[\p{L}\p{Nd}\p{M}])*`,
  'gu',
);

/** By way of capitals, which makes ß two letters. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('ё', 'е')
    .replaceAll('ς', 'σ');

/** The words of a text, each once, as the server compares them. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(folded(text).match(word) ?? []),
];

/** A piece of a line that was found: a word that was looked for, or what is between such. */
export type FoundPiece = {
  readonly from: number;
  readonly text: string;
  readonly isFound: boolean;
};

/** Takes a line apart at the words that begin like one of `wanted`, which are folded. The texts, joined, are the line. */
export const foundPieces = (line: string, wanted: readonly string[]): readonly FoundPiece[] => {
  const pieces: FoundPiece[] = [];
  let from = 0;
  const take = (to: number, isFound: boolean) => {
    if (to > from) pieces.push({ from, text: line.slice(from, to), isFound });
    from = to;
  };
  for (const { 0: text, index } of line.matchAll(word)) {
    const own = folded(text);
    if (!wanted.some((each) => own.startsWith(each))) continue;
    take(index, false);
    take(index + text.length, true);
  }
  take(line.length, false);
  return pieces;
};

const before = 60;

/** The same from shortly before the first word that was found, if that is far inside the line. */
export const excerpt = (pieces: readonly FoundPiece[]): readonly FoundPiece[] => {
  const [first, ...rest] = pieces;
  if (first === undefined || first.isFound || first.text.length <= 2 * before) return pieces;
  const shown = [...first.text]
    .slice(-before)
    .join('')
    .replace(/^\S*\s/u, '');
  return [{ ...first, text: `… ${shown}` }, ...rest];
};
