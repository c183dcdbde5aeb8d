import { counting } from '../plural';
import type { QueueTexts } from './en';

const count = counting('ru');

/** The texts about the queue, in Russian. */
export const queue: QueueTexts = {
  queue: {
    title: 'Что дальше',
    count: (n) => count(n, { one: 'Что дальше · #', other: 'Что дальше · #' }),
    emptyTitle: 'Дальше пока ничего',
    emptyText: 'Добавьте, что посмотреть потом: по адресу или с этого устройства.',
    emptyGuest: 'Здесь появится то, что остальные хотят посмотреть потом.',
    mayNot: 'Добавляет и упорядочивает только ведущий. Голоса всё равно считаются.',
    mustAsk: 'О том, что вы здесь добавите или измените, спросят ведущего.',
    mayOnlySee: 'Здесь видно, что дальше; ведущий может дать вам участвовать.',
    add: 'Добавить',
    inOrder: 'Серии по порядку',
    upload: 'Добавить файл',
    addedBy: (name) => `добавил(а): ${name}`,
    you: 'вы',
    play: (title) => `Включить «${title}» сейчас`,
    remove: (title) => `Убрать «${title}»`,
    vote: (title, n) =>
      `Голосовать за «${title}», ${count(n, { one: '# голос', few: '# голоса', other: '# голосов' })}`,
    move: (title) => `Переместить «${title}»: Alt и стрелки или перетащить`,
    up: (title) => `«${title}» выше`,
    down: (title) => `«${title}» ниже`,
    moved: (title, place) => `«${title}» теперь на месте ${place}`,
    autoAdvance: 'Продолжать автоматически',
    autoAdvanceText: 'Через десять секунд после конца фильма',
    nextIn: (n) => count(n, { one: 'Дальше через # с', other: 'Дальше через # с' }),
    nextNow: 'Включаем дальше',
    playNow: 'Включить сейчас',
    stay: 'Остаться здесь',
    queued: (name, title) => `${name} предлагает дальше «${title}»`,
    dequeued: (name, title) => `${name} убирает из очереди «${title}»`,
    someFilm: 'фильм',
    switchedOn: (name) => `${name} включает автоматическое продолжение`,
    switchedOff: (name) => `${name} выключает автоматическое продолжение`,
    stayed: (name) => `${name} хочет остаться здесь`,
    asking: {
      enqueue: (titles) => `потом посмотреть «${titles}»`,
      dequeue: 'убрать фильм из очереди',
      moveQueued: 'изменить порядок очереди',
      playQueued: 'включить следующее',
      setAutoAdvance: 'изменить автоматическое продолжение',
      stay: 'остаться в конце фильма',
    },
  },
};
