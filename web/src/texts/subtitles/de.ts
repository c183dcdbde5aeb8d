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
  offered: 'für alle',
  offeredBy: (name) => `für alle, von ${name}`,
  offeredByYou: 'für alle, von dir',
  offer: 'Für alle',
  offerFile: (name) => `Für alle: ${name}`,
  isOffered: 'Alle im Raum finden sie jetzt in diesem Menü.',
  takeBack: 'Zurücknehmen',
  takeBackFile: (name) => `Zurücknehmen: ${name}`,
  isTakenBack: 'Sie sind zurückgenommen.',
  notOffered: {
    tooLarge: 'Diese Datei ist größer als 512 KB und kann deshalb nur dir gezeigt werden.',
    tooMany:
      'In diesem Raum sind so viele Untertitel, wie es in einem sein dürfen. Nimm erst welche zurück.',
    notInControl: 'Nur wer den Film wählen darf, bietet allen Untertitel an. Frag den Gastgeber.',
    otherFilm:
      'Inzwischen läuft ein anderer Film. Biete die Datei noch einmal an, wenn sie zu ihm gehört.',
    notYours:
      'Nur wer sie angeboten hat und der Gastgeber nehmen sie zurück. Frag einen von ihnen.',
    tooSoon: 'Das war zu oft. Versuch es in einer Minute noch einmal.',
    offline:
      'Der Server ist nicht zu erreichen, also ist nichts geschehen. Versuch es gleich noch einmal.',
    failed: 'Der Server hat das nicht getan. Versuch es gleich noch einmal.',
  },
  later: 'Später zeigen',
  earlier: 'Untertitel früher zeigen',
  laterStep: 'Untertitel später zeigen',
  seconds: (n) => `${n} s`,
  styling: 'Gestaltung',
  stylings: { own: 'Original', plain: 'Nur Text' },
  drawnBy: 'Gezeichnet von libass',
  undrawable:
    'Diese lassen sich hier nicht zeichnen, wie sie gemacht sind, also werden sie als Text gezeigt.',
  size: 'Größe',
  sizes: { small: 'Klein', medium: 'Mittel', large: 'Groß', huge: 'Sehr groß' },
  colour: 'Farbe',
  colours: { white: 'Weiß', yellow: 'Gelb', green: 'Grün', blue: 'Blau' },
  background: 'Hintergrund',
  backgrounds: { none: 'Keiner', shade: 'Schatten', black: 'Schwarz' },
  place: 'Ort',
  places: { bottom: 'Unten', top: 'Oben' },
};
