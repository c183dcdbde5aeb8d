import type { Piece } from './cue';

type Look = Omit<Piece, 'text'>;

const plain: Look = { bold: false, italic: false, underlined: false };
const looks: Readonly<Record<string, keyof Look>> = { b: 'bold', i: 'italic', u: 'underlined' };

/** So much of one cue is shown; nobody reads more. */
const mostText = 1_000;
/** What is no tag by then is text. */
const longestTag = 2_000;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

/** Characters that are no text: controls, but for the line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
const noText = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

const written = (text: string): string =>
  text.replace(/&[a-z]{2,4};/g, (name) => entities[name] ?? name).replace(noText, '');

/** Collects pieces of text, each with the look of its time. */
const collecting = () => {
  const pieces: Piece[] = [];
  let look = plain;
  let length = 0;
  return {
    text: (text: string): void => {
      const kept = written(text).slice(0, mostText - length);
      if (kept === '') return;
      length += kept.length;
      pieces.push({ text: kept, ...look });
    },
    look: (change: Partial<Look>): void => {
      look = { ...look, ...change };
    },
    pieces: (): readonly Piece[] => (pieces.some(({ text }) => text.trim() !== '') ? pieces : []),
  };
};

/** Tells where what begins at a place ends with a character; -1 if it does not end soon. To be asked for places in their order: it looks at each once. */
const endings = (text: string, last: string): ((from: number) => number) => {
  let next = text.indexOf(last);
  return (from) => {
    if (next >= 0 && next < from) next = text.indexOf(last, from);
    return next >= 0 && next - from < longestTag ? next : -1;
  };
};

/** Text as SRT and WebVTT have it: of tags only bold, italic and underlined mean something, all others are left out; so are SRT's braces for places. */
export const piecesOf = (text: string): readonly Piece[] => {
  const found = collecting();
  const tagEnd = endings(text, '>');
  const braceEnd = endings(text, '}');
  let at = 0;
  for (const mark of text.matchAll(/<|\{\\/g)) {
    if (mark.index < at) continue;
    const end = mark[0] === '<' ? tagEnd(mark.index) : braceEnd(mark.index);
    if (end < 0) continue;
    found.text(text.slice(at, mark.index));
    at = end + 1;
    const [, closes, name] =
      /^<(\/?)([a-z]+)(?:[\s.].*)?>$/is.exec(text.slice(mark.index, at)) ?? [];
    const changed = looks[name?.toLowerCase() ?? ''];
    if (changed !== undefined) found.look({ [changed]: closes === '' });
  }
  found.text(text.slice(at));
  return found.pieces();
};

/** Text as ASS has it: of what stands in braces only `\b`, `\i` and `\u` mean something; what is drawn is left out. */
export const piecesOfAss = (text: string): readonly Piece[] => {
  const found = collecting();
  const braceEnd = endings(text, '}');
  let isDrawing = false;
  let at = 0;
  const take = (until: number): void => {
    if (!isDrawing)
      found.text(
        text
          .slice(at, until)
          .replace(/\\[Nn]/g, '\n')
          .replace(/\\h/g, '\u00a0'),
      );
  };
  for (const { index } of text.matchAll(/\{/g)) {
    if (index < at) continue;
    const end = braceEnd(index);
    if (end < 0) continue;
    take(index);
    at = end + 1;
    for (const [, name = '', value = ''] of text.slice(index, at).matchAll(/\\([biup])(\d*)/g)) {
      const changed = looks[name];
      if (name === 'p') isDrawing = Number(value) > 0;
      else if (changed !== undefined) found.look({ [changed]: Number(value) > 0 });
    }
  }
  take(text.length);
  return found.pieces();
};
