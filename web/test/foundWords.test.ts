import { describe, expect, it } from 'vitest';
import { excerpt, foundPieces, wordsOf } from '../src/chat/search/words';

const marked = (line: string, search: string): string =>
  foundPieces(line, wordsOf(search))
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('');

describe('[CH9] words that are looked for', () => {
  it.each([
    ['HALLO', 'hallo'],
    ['Straße', 'STRASSE'],
    ['Müller', 'Mu\u0308ller'],
    ['Ёлка', 'елка'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ﬁlm', 'film'],
  ])('%s is the same as %s', (one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other));
    expect(wordsOf(one)).toHaveLength(1);
  });

  it('are letters and digits; an emoji is one by itself, and so is a character of Chinese', () => {
    expect(wordsOf('Don\'t: 20:30, "film"* ha😂ha ❤️ 电影')).toEqual([
      'don',
      't',
      '20',
      '30',
      'film',
      'ha',
      '😂',
      '❤',
      '电',
      '影',
    ]);
  });

  it('are none in blanks and punctuation', () => {
    expect(wordsOf(' \u00a0\u200b * % _ ()')).toEqual([]);
  });
});

describe('[CH9] words that were found', () => {
  it('are marked whole, as they are written, wherever they stand', () => {
    expect(marked('Die Straße, STRASSEN und strasse', 'straß')).toBe(
      'Die [Straße], [STRASSEN] und [strasse]',
    );
    expect(marked('a b', '')).toBe('a b');
    expect(marked('😂 ha', '😂')).toBe('[😂] ha');
  });

  it('stand near the beginning of what is shown of a long line', () => {
    const line = `${'before '.repeat(100)}treasure after`;

    const shown = excerpt(foundPieces(line, ['treasure']));

    expect(shown.map(({ text }) => text).join('')).toBe(`… ${'before '.repeat(8)}treasure after`);
  });
});
