/** The texts about who writes in the chat, and how often, in English. */
export const chatOrder = {
  slowMode: {
    title: 'Slow mode',
    text: 'How long each waits between two messages',
    usual: 'As usual: off, 10 s with more than 300 people',
    off: 'Off',
    seconds: (n: number) => `${n} s`,
    wait: (n: number) => `Slow mode: you can write again in ${n} s`,
    changed: (seconds: number | undefined) =>
      seconds === undefined
        ? 'Slow mode is as usual'
        : seconds === 0
          ? 'Slow mode is off'
          : `Slow mode: one message every ${seconds} s`,
  },
  writers: {
    title: 'Who writes in the chat',
    text: 'Others read along',
    choice: {
      EVERYBODY: 'Everybody',
      MEMBERS: 'Members; guests read',
      HOSTS: 'Host and owner, for announcements',
    },
    changed: {
      EVERYBODY: 'Everybody may write in the chat again',
      MEMBERS: 'Members write in the chat now, guests read along',
      HOSTS: 'Only host and owner write in the chat now',
    },
    closed: {
      MEMBERS: 'Members write here, guests read along. The host can make you a member.',
      HOSTS: 'Only host and owner write here.',
    },
  },
};

/** The same in one language. */
export type ChatOrderTexts = typeof chatOrder;
