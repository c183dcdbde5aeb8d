import { places } from '../places/en';
import { counting } from '../plural';

const count = counting('en');

/** The texts about accounts, in English. */
export const account = {
  ...places,
  account: {
    people: 'People',
    signIn: 'Sign in',
    signInLead: 'Your name and your rooms, on every device.',
    signingIn: 'Signing in',
    noAccount: 'No account yet?',
    register: 'Make an account',
    registerLead: 'Nobody needs one to watch along. It keeps your name yours.',
    registering: 'Making it',
    haveAccount: 'You have one already?',
    name: 'Name',
    email: 'E-mail address',
    password: 'Password',
    passwordHint: 'At least 8 characters. A short sentence is easy to remember.',
    badEmail: 'This is not an e-mail address. It looks like anna@example.org',
    shortPassword: 'A password has at least 8 characters.',
    longPassword: 'This password is too long: 72 letters are the most, fewer if some have accents.',
    refused: 'Address and password do not belong together.',
    taken: 'This address may have an account already. Sign in, or take another address.',
    offline: 'The server does not answer. Check the connection, then try again.',
    busy: (n: number) =>
      count(n, {
        one: 'Too many tries. Come back in # minute.',
        other: 'Too many tries. Come back in # minutes.',
      }),
    other: 'That did not work. Try again.',
    yours: 'Your account',
    signOut: 'Sign out',
    signOutOf: (device: string) => `Sign out of ${device}`,
    signOutEverywhere: 'Sign out everywhere',
    profile: 'Profile',
    signedInAs: (email: string) => `You sign in as ${email}`,
    timeZone: 'Time zone',
    saved: 'Saved',
    currentPassword: 'Password until now',
    newPassword: 'New password',
    changePassword: 'Change password',
    passwordChanged: 'Changed. Your other devices are signed out.',
    wrongPassword: 'This is not your password.',
    devices: 'Where you are signed in',
    thisDevice: 'This device',
    unnamedDevice: 'A device without a name',
    lastSeen: (when: string) => `Last seen ${when}`,
    data: 'Your data',
    dataText: 'Take along what is kept of you, or have it removed.',
    export: 'Save as a file',
    delete: 'Delete the account',
    deleteTitle: 'Delete the account?',
    deleteText: (email: string) =>
      `The account of ${email} and everything in it will be gone. It cannot be brought back.`,
    deleteForGood: 'Delete for good',
    forgotten: 'Forgotten the password?',
    forgottenTitle: 'A new password',
    forgottenLead:
      'Give the address of your account. A letter with a link comes there, good for an hour.',
    sendLetter: 'Send the letter',
    letterSent:
      'If this address has an account, the letter is on its way. Look among the unwanted mail too.',
    resetLead: 'Every device is signed out then, this one too.',
    resetDone: 'Your password is changed. Sign in with it.',
    setPassword: 'Set the password',
    confirmTitle: 'Your address',
    confirming: 'Confirming the address',
    confirmed: 'Your address is confirmed. Thank you.',
    toAccount: 'To your account',
    another: 'Ask for another letter',
    unconfirmed: 'This address is not confirmed yet.',
    sendAgain: 'Send the letter again',
    letterUnderWay: 'The letter is on its way.',
    noMail: 'This house sends no letters. Ask whoever runs it for help.',
    linkOver: 'This link is over. Ask for another letter.',
    newEmail: 'New address',
    newEmailHint:
      'A letter with a link comes there. Until you open it, the address stays as it is.',
    ownEmail: 'This is your address already.',
    changeEmail: 'Change address',
    newEmailSent: (email: string) =>
      `A letter is on its way to ${email}. Its link is good for an hour.`,
    newEmailTitle: 'Your new address',
    newEmailLead: 'From now on you sign in with this address.',
    newEmailConfirm: 'This is my new address',
    newEmailDone: 'Done. You sign in with your new address from now on.',
    keepEmailTitle: 'Keep your address',
    keepEmailLead:
      'Somebody wanted another address for your account. If it was not you, keep this one: every device is signed out then.',
    keepEmail: 'Keep this address',
    keepEmailDone:
      'Your account has this address. Somebody may know your password: choose a new one now.',
  },
};

export type AccountTexts = typeof account;
