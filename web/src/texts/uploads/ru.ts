import { counting } from '../plural';
import type { UploadTexts } from './en';

const count = counting('ru');

/** The texts about uploads, in Russian. */
export const uploads: UploadTexts = {
  upload: {
    left: (time) => `осталось ${time}`,
    finishing: 'Проверяем фильм',
    seconds: (n) =>
      count(n, { one: '# секунда', few: '# секунды', many: '# секунд', other: '# секунды' }),
    minutes: (n) =>
      count(n, { one: '# минута', few: '# минуты', many: '# минут', other: '# минуты' }),
    hours: (n) => count(n, { one: '# час', few: '# часа', many: '# часов', other: '# часа' }),
    speed: (megabytes) => `${megabytes} МБ/с`,
    progress: 'Ход загрузки',
    list: 'Загрузки',
    waiting: 'Ждёт своей очереди',
    paused: (percent) => `Остановлено на ${percent}`,
    lost: 'Нет связи. Продолжится само.',
    again: (name) => `Выберите ${name} ещё раз, чтобы продолжить`,
    done: 'Загружено',
    pause: (name) => `Приостановить ${name}`,
    resume: (name) => `Продолжить ${name}`,
    cancel: (name) => `Отменить ${name}`,
    retry: (name) => `Попробовать ещё раз: ${name}`,
    choose: 'Выбрать',
    openRoom: 'Открыть комнату',
    playsWhenWhole: 'Можно будет смотреть, когда загрузится целиком',
    playsWhileItComes: 'Уже смотрят',
    awaited: 'Ждём загрузку',
    nothingThere: 'Пока смотреть нечего',
    there: (time) => `загружено до ${time}`,
    thereOf: (there, whole) => `загружено ${there} из ${whole}`,
    vanished: (title) => `Загрузка прекращена, фильма не будет: ${title}`,
    leftOut: (names, more) =>
      more === 0
        ? `Пропущено, фильмы так не называются: ${names}`
        : `Пропущено, фильмы так не называются: ${names} и ещё ${more}`,
    tooMany: (n) =>
      count(n, {
        one: 'Не больше # файла за раз.',
        few: 'Не больше # файлов за раз.',
        many: 'Не больше # файлов за раз.',
        other: 'Не больше # файлов за раз.',
      }),
    failed: {
      quota: (left) =>
        `Это больше, чем вам можно загрузить: осталось ${left}. Выберите файл поменьше или спросите того, кто ведёт этот сервер.`,
      tooLarge: 'Фильм больше, чем принимает этот сервер. Выберите файл поменьше.',
      notMedia: 'Этот файл не фильм, который здесь можно показать. Выберите файл mp4 или webm.',
      noSpace:
        'На диске сервера нет места. Попросите того, кто его держит, освободить место, и попробуйте ещё раз.',
      empty: 'Этот файл пуст. Выберите другой.',
      other: 'Сервер не смог принять фильм. Попробуйте ещё раз.',
    },
  },
};
