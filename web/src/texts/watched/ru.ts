import type { WatchedTexts } from './en';

/** The texts about what somebody has watched, in Russian. */
export const watched: WatchedTexts = {
  title: 'Что вы смотрели',
  shelf: 'Смотреть дальше',
  all: 'Всё, что вы смотрели',
  with: (names: string) => `Вместе: ${names}`,
  stopped: (position: string) => `Остановились на ${position}`,
  stoppedOf: (position: string, length: string) => `Остановились на ${position} из ${length}`,
  seen: 'Просмотрено до конца',
  goOn: 'Дальше',
  goOnWith: (title: string) => `Смотреть дальше: ${title}`,
  again: 'Ещё раз',
  againWith: (title: string) => `Смотреть ещё раз: ${title}`,
  noRoom: 'Комнату для этого создать не удалось. Возможно, фильма больше нет; попробуйте позже.',
  forget: 'Забыть',
  forgetOne: (title: string) => `Забыть, что вы смотрели: ${title}`,
  forgotten: (title: string) => `Забыто: ${title}.`,
  forgetAll: 'Забыть всё',
  forgetAllTitle: 'Забыть всё, что вы смотрели?',
  forgetAllText: 'Вернуть это никто не сможет. Комнаты и беседы останутся как есть.',
  keep: 'Запоминать, что я смотрю',
  keepText: 'Фильмы, где вы остановились и с кем были. Всё это видите только вы.',
  show: 'Показывать друзьям, что я смотрю',
  showText:
    'С этого момента: фильмы, которые они находят в библиотеке, две недели. Не где вы были и не с кем.',
  noneTitle: 'Здесь пока ничего нет',
  none: 'То, что вы смотрите, войдя в учётную запись, потом найдётся здесь, вместе с местом, где вы остановились.',
  begin: 'Что-нибудь посмотреть',
};
