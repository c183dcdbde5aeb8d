/** The texts about subtitles, in English. */
export const subtitles = {
  which: 'Which subtitles',
  none: 'None',
  ofFilm: 'comes with the film',
  numbered: (n: number) => `Subtitles ${n}`,
  states: {
    there: 'comes with the film',
    coming: 'comes with the film · is being read out of it',
    pictures: 'comes with the film · pictures, which are not shown',
  },
  own: (encoding: string) => `your file · ${encoding}`,
  encodings: {
    'utf-8': 'Unicode',
    'utf-16le': 'Unicode',
    'utf-16be': 'Unicode',
    'windows-1251': 'read as Cyrillic (Windows)',
    'windows-1252': 'read as Western (Windows)',
  },
  open: 'Open a file, for you alone',
  refused: {
    tooLarge: 'This file is larger than 10 MB. Choose one that holds nothing but subtitles.',
    tooMany: 'This file has more than 20,000 lines of subtitles. Choose a smaller one.',
    notSubtitles: 'There are no subtitles in this file. Choose SRT, VTT or ASS.',
    unreadable: 'This file cannot be read. Look whether it is still there, then choose it again.',
    unreachable: 'These subtitles cannot be had now. Choose them again in a moment.',
  },
  later: 'Show later',
  earlier: 'Show subtitles earlier',
  laterStep: 'Show subtitles later',
  seconds: (n: string) => `${n} s`,
  size: 'Size',
  sizes: { small: 'Small', medium: 'Medium', large: 'Large', huge: 'Very large' },
  colour: 'Colour',
  colours: { white: 'White', yellow: 'Yellow', green: 'Green', blue: 'Blue' },
  background: 'Background',
  backgrounds: { none: 'None', shade: 'Shade', black: 'Black' },
  place: 'Place',
  places: { bottom: 'Below', top: 'Above' },
};

/** The same in one language. */
export type SubtitlesTexts = typeof subtitles;
