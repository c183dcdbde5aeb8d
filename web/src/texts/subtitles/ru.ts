import type { SubtitlesTexts } from './en';

/** The texts about subtitles, in Russian. */
export const subtitles: SubtitlesTexts = {
  which: 'Какие субтитры',
  none: 'Без субтитров',
  ofFilm: 'есть в фильме',
  numbered: (n) => `Субтитры ${n}`,
  states: {
    there: 'есть в фильме',
    coming: 'есть в фильме · сейчас извлекаются',
    pictures: 'есть в фильме · это картинки, они не показываются',
  },
  own: (encoding) => `ваш файл · ${encoding}`,
  encodings: {
    'utf-8': 'Юникод',
    'utf-16le': 'Юникод',
    'utf-16be': 'Юникод',
    'windows-1251': 'прочитан как кириллица (Windows)',
    'windows-1252': 'прочитан как западноевропейский (Windows)',
  },
  open: 'Открыть файл только для себя',
  refused: {
    tooLarge: 'Файл больше 10 МБ. Выберите тот, где только субтитры.',
    tooMany: 'В файле больше 20 000 субтитров. Выберите файл поменьше.',
    notSubtitles: 'В этом файле нет субтитров. Выберите SRT, VTT или ASS.',
    unreadable: 'Файл не читается. Проверьте, на месте ли он, и выберите его ещё раз.',
    unreachable: 'Эти субтитры сейчас не получить. Выберите их ещё раз чуть позже.',
  },
  later: 'Показывать позже',
  earlier: 'Субтитры раньше',
  laterStep: 'Субтитры позже',
  seconds: (n) => `${n} с`,
  size: 'Размер',
  sizes: { small: 'Мелкий', medium: 'Средний', large: 'Крупный', huge: 'Очень крупный' },
  colour: 'Цвет',
  colours: { white: 'Белый', yellow: 'Жёлтый', green: 'Зелёный', blue: 'Голубой' },
  background: 'Фон',
  backgrounds: { none: 'Нет', shade: 'Тень', black: 'Чёрный' },
  place: 'Место',
  places: { bottom: 'Внизу', top: 'Вверху' },
};
