import type { SubtitlesTexts } from './en';

/** The texts about subtitles, in German. */
export const subtitles: SubtitlesTexts = {
  which: 'Welche Untertitel',
  none: 'Keine',
  ofFilm: 'im Film enthalten',
  numbered: (n) => `Untertitel ${n}`,
  states: {
    there: 'im Film enthalten',
    coming: 'im Film enthalten · wird gerade herausgelesen',
    pictures: 'im Film enthalten · Bilder, die nicht gezeigt werden',
  },
  own: (encoding) => `deine Datei · ${encoding}`,
  encodings: {
    'utf-8': 'Unicode',
    'utf-16le': 'Unicode',
    'utf-16be': 'Unicode',
    'windows-1251': 'gelesen als kyrillisch (Windows)',
    'windows-1252': 'gelesen als westlich (Windows)',
  },
  open: 'Datei öffnen, nur für dich',
  refused: {
    tooLarge: 'Diese Datei ist größer als 10 MB. Wähle eine, in der nur Untertitel sind.',
    tooMany: 'Diese Datei hat mehr als 20.000 Untertitel. Wähle eine kleinere.',
    notSubtitles: 'In dieser Datei sind keine Untertitel. Wähle SRT, VTT oder ASS.',
    unreadable:
      'Diese Datei lässt sich nicht lesen. Sieh nach, ob sie noch da ist, und wähle sie noch einmal.',
    unreachable: 'Diese Untertitel sind gerade nicht zu bekommen. Wähle sie gleich noch einmal.',
  },
  later: 'Später zeigen',
  earlier: 'Untertitel früher zeigen',
  laterStep: 'Untertitel später zeigen',
  seconds: (n) => `${n} s`,
  size: 'Größe',
  sizes: { small: 'Klein', medium: 'Mittel', large: 'Groß', huge: 'Sehr groß' },
  colour: 'Farbe',
  colours: { white: 'Weiß', yellow: 'Gelb', green: 'Grün', blue: 'Blau' },
  background: 'Hintergrund',
  backgrounds: { none: 'Keiner', shade: 'Schatten', black: 'Schwarz' },
  place: 'Ort',
  places: { bottom: 'Unten', top: 'Oben' },
};
