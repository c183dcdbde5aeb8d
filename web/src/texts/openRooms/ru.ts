import { counting } from '../plural';
import type { OpenRoomTexts } from './en';

const count = counting('ru');

/** The texts about rooms that everybody may find, in Russian. */
export const openRooms: OpenRoomTexts = {
  title: 'Открытые комнаты',
  lead: 'Сюда входят все желающие. Выберите комнату, назовите имя и смотрите вместе.',
  search: 'Искать комнату или фильм',
  found: (n: number) =>
    count(n, {
      one: '# открытая комната',
      few: '# открытые комнаты',
      many: '# открытых комнат',
      other: '# открытой комнаты',
    }),
  full: 'Нет мест',
  comeIn: {
    MEMBER: 'Входите',
    GUEST: 'Вы войдёте как гость',
    WATCHER: 'Вы войдёте как зритель',
  },
  noneTitle: 'Сейчас нет открытых комнат',
  none: 'Откройте свою и впустите всех: в комнате, «Настройки», «Дверь».',
  openOne: 'Создать комнату',
  notFound: (search: string) => `По запросу «${search}» ничего не нашлось`,
  notFoundText: 'Ищите слово из названия комнаты или фильма или посмотрите все.',
  showAll: 'Показать все открытые комнаты',
  offTitle: 'На этом сервере нет списка открытых комнат',
  off: 'Комнаты здесь находят только по ссылкам. Попросите ссылку у тех, чья это комната, или создайте свою.',
  failed: 'Открытые комнаты сейчас не видны; мы проверяем снова и снова.',
};
