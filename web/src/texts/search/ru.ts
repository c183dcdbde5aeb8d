import { counting } from '../plural';
import type { SearchTexts } from './en';

const count = counting('ru');

/** The texts about searching what was said, in Russian. */
export const search: SearchTexts = {
  open: 'Поиск по сообщениям',
  placeholder: 'Слова или их начало',
  close: 'Закрыть поиск',
  hint: 'Находит сообщения, где есть все эти слова.',
  tooMany: 'Не больше десяти слов. Уберите лишние.',
  searching: 'Идёт поиск',
  nothing: 'Этого здесь никто не писал.',
  nothingYet: 'Среди новых сообщений ничего нет.',
  found: (n) =>
    count(n, {
      one: 'Найдено # сообщение',
      few: 'Найдено # сообщения',
      many: 'Найдено # сообщений',
      other: 'Найдено # сообщения',
    }),
  list: 'Найденные сообщения',
  more: 'Искать в более ранних',
  failed: 'Поиск не удался.',
  lost: 'Это сообщение не загрузилось. Попробуйте ещё раз.',
  again: 'Повторить',
};
