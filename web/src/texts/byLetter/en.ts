import { counting } from '../plural';

const count = counting('en');

/** The texts about invitations that go by letter, in English. */
export const byLetter = {
  make: 'Invite by e-mail',
  lead: 'Everybody gets a link of their own, which works once.',
  to: 'E-mail addresses',
  toHint: 'Up to twenty, with a comma, a space or a line between them.',
  noneGiven: 'Write at least one address.',
  tooMany: (n: number) =>
    count(n, {
      one: 'That is # address; twenty are the most.',
      other: 'That are # addresses; twenty are the most.',
    }),
  noAddress: (text: string) => `“${text}” is no e-mail address. Write it like ann@example.org.`,
  note: 'A line of your own',
  noteHint: 'Not needed. Links in it are not clickable.',
  language: 'The letter is in',
  send: 'Send invitations',
  sending: 'Sending',
  signIn: 'Sign in to invite by e-mail',
  signInText: 'So that people know who writes to them. Your place in the room stays yours.',
  accountNeeded: 'You came in without your account. Reload the page, then invite.',
  unconfirmed: 'Your own address is not confirmed yet. Open the letter that you got for it.',
  toAccount: 'To your account',
  tooManyLetters: (minutes: number) =>
    count(minutes, {
      one: 'Fifty invitations an hour are the most. In # minute there is room for these.',
      other: 'Fifty invitations an hour are the most. In # minutes there is room for these.',
    }),
  refused: 'The server does not take one of the addresses. Look at them again.',
  sentTitle: (n: number) =>
    count(n, { one: '# invitation is on its way', other: '# invitations are on their way' }),
  sentText: 'In the list you see what becomes of them.',
  unsentTitle: (n: number) =>
    count(n, {
      one: 'No letter was sent to # address',
      other: 'No letter was sent to # addresses',
    }),
  unsentText: 'Give them their links yourself: they are shown this once.',
  linkOf: (address: string) => `Link for ${address}`,
  back: 'To the list',
  again: 'Send again',
  againTo: (address: string) => `Send again: ${address}`,
  isSentAgain: (address: string) => `A new letter to ${address} is on its way.`,
  pending: 'pending',
  waiting: 'letter on its way',
  failed: 'letter failed',
  unsent: 'no letter was sent',
  accepted: 'accepted',
  acceptedBy: (name: string) => `accepted by ${name}`,
  decline: 'I am not coming',
  declined: 'You have declined',
  declinedText: 'Whoever invited you sees that. You need not do anything else.',
  stopTitle: 'No more invitations by e-mail',
  stopLead:
    'Nobody can have invitations from this Matinee sent to your address any more. Letters about an account of your own still come.',
  stop: 'Get no more invitations',
  stopped: 'You get no more invitations by e-mail.',
};

/** The same in one language. */
export type ByLetterTexts = typeof byLetter;
