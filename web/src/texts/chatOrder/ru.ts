import type { ChatOrderTexts } from './en';

/** The texts about who writes in the chat, and how often, in Russian. */
export const chatOrder: ChatOrderTexts = {
  slowMode: {
    title: 'Медленный режим',
    text: 'Сколько каждый ждёт между двумя сообщениями',
    usual: 'Как обычно: выключен, а если людей больше 300 — 10 с',
    off: 'Выключен',
    seconds: (n: number) => `${n} с`,
    wait: (n: number) => `Медленный режим: можно писать через ${n} с`,
    changed: (seconds: number | undefined) =>
      seconds === undefined
        ? 'Медленный режим — как обычно'
        : seconds === 0
          ? 'Медленный режим выключен'
          : `Медленный режим: пауза между сообщениями ${seconds} с`,
  },
  writers: {
    title: 'Кто пишет в чате',
    text: 'Остальные читают',
    choice: {
      EVERYBODY: 'Все',
      MEMBERS: 'Участники; гости читают',
      HOSTS: 'Ведущий и владелец, для объявлений',
    },
    changed: {
      EVERYBODY: 'В чате снова могут писать все',
      MEMBERS: 'Теперь в чате пишут участники, гости читают',
      HOSTS: 'В чате теперь пишут только ведущий и владелец',
    },
    closed: {
      MEMBERS: 'Здесь пишут участники, гости читают. Ведущий может сделать вас участником.',
      HOSTS: 'Здесь пишут только ведущий и владелец.',
    },
  },
};
