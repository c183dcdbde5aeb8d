import { chatOrder } from '../chatOrder/ru';
import { door } from '../door/ru';
import { counting } from '../plural';
import { search } from '../search/ru';
import { writing } from '../writing/ru';
import type { OrderTexts } from './en';

const count = counting('ru');

/** The texts about asking, about who comes in, and about order in the chat, in Russian. */
export const order: OrderTexts = {
  asking: {
    title: 'О чём просят',
    play: 'включить',
    pause: 'поставить на паузу',
    seek: (position: string) => `перейти на ${position}`,
    seekLive: 'переместиться по прямому эфиру',
    setRate: (rate: string) => `смотреть со скоростью ${rate}×`,
    load: (title: string) => `посмотреть «${title}»`,
    asks: (name: string, wish: string) => `${name} просит ${wish}`,
    asked: (wish: string) => `Вы попросили ${wish}`,
    waitingFor: (name: string) => `Ответит ${name}`,
    accept: 'Да',
    decline: 'Нет',
    withdraw: 'Отозвать',
  },
  entrance: door,
  moderation: 'Что было сделано',
  door: {
    title: 'Кто может войти',
    lock: 'Закрыть комнату',
    lockText: 'Новые не войдут; кто здесь, тот может вернуться',
    locked: 'закрыта',
    unban: (name: string) => `${name}: разрешить вернуться`,
  },
  lines: {
    more: 'Что сделать с этим сообщением',
    react: (emoji: string) => `Ответить реакцией ${emoji}`,
    reacted: (emoji: string, n: number) =>
      `${emoji}, ${count(n, { one: '# человек', few: '# человека', many: '# человек', other: '# человека' })}`,
    answer: 'Ответить',
    edit: 'Изменить',
    remove: 'Удалить',
    edited: 'изменено',
    editing: 'Вы меняете своё сообщение',
    answering: (name: string) => `Ответ для ${name}`,
    cancel: 'Отмена',
    save: 'Сохранить',
    goTo: (name: string) => `К сообщению от ${name}`,
    earlier: 'Более раннее сообщение',
    removedOwn: (name: string) => `${name}: сообщение удалено`,
    removed: (by: string, name: string) => `${by}: удалено сообщение от ${name}`,
  },
  search,
  writing,
  ...chatOrder,
  outside: {
    closed: door.closed,
    notInvited: door.notInvited,
    passwordNeeded: door.passwordNeeded,
    passwordWrong: door.passwordNeeded,
    passwordTries: door.passwordNeeded,
    full: {
      title: 'Комната заполнена',
      text: 'Войти можно, когда кто-нибудь выйдет.',
    },
    kicked: {
      title: 'Вас вывели из комнаты',
      text: 'Это сделал ведущий или владелец. Вы можете вернуться.',
    },
    banned: {
      title: 'Вход в эту комнату для вас закрыт',
      text: 'Ведущий или владелец может снова впустить вас; тогда попробуйте ещё раз.',
    },
    locked: {
      title: 'Эта комната закрыта',
      text: 'Сейчас никто новый не войдёт. Попросите ведущего открыть её и попробуйте ещё раз.',
    },
    memberGone: {
      title: 'Ваш первый экран вышел из комнаты',
      text: 'Второй экран остаётся, пока есть первый. Откройте комнату там и попробуйте здесь ещё раз.',
    },
    otherCompanions: {
      title: 'Есть вторые экраны новее',
      text: 'Их может быть не больше трёх. Попробуйте ещё раз: уступит тот, что открыт дольше всех.',
    },
    refused: {
      title: 'Соединение завершено',
      text: 'Сервер отключил эту страницу. Загрузите её снова, чтобы вернуться.',
    },
  },
};
