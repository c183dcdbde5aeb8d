import { places } from '../places/de';
import { counting } from '../plural';
import type { AccountTexts } from './en';

const count = counting('de');

/** The texts about accounts, in German. */
export const account: AccountTexts = {
  ...places,
  account: {
    people: 'Leute',
    signIn: 'Anmelden',
    signInLead: 'Dein Name und deine Räume, auf jedem Gerät.',
    signingIn: 'Wird angemeldet',
    noAccount: 'Noch kein Konto?',
    register: 'Konto anlegen',
    registerLead: 'Zum Mitschauen braucht es keines. Mit ihm bleibt dein Name deiner.',
    registering: 'Wird angelegt',
    haveAccount: 'Du hast schon eines?',
    name: 'Name',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    passwordHint: 'Mindestens 8 Zeichen. Ein kurzer Satz lässt sich gut merken.',
    badEmail: 'Das ist keine E-Mail-Adresse. Sie sieht aus wie anna@example.org',
    shortPassword: 'Ein Passwort hat mindestens 8 Zeichen.',
    longPassword:
      'Dieses Passwort ist zu lang: höchstens 72 Buchstaben, weniger, wenn Umlaute dabei sind.',
    refused: 'Adresse und Passwort gehören nicht zusammen.',
    taken: 'Diese Adresse hat vielleicht schon ein Konto. Melde dich an, oder nimm eine andere.',
    offline: 'Der Server antwortet nicht. Prüf die Verbindung und versuch es noch einmal.',
    busy: (n) =>
      count(n, {
        one: 'Zu viele Versuche. Komm in # Minute wieder.',
        other: 'Zu viele Versuche. Komm in # Minuten wieder.',
      }),
    other: 'Das hat nicht geklappt. Versuch es noch einmal.',
    yours: 'Dein Konto',
    signOut: 'Abmelden',
    signOutOf: (device) => `${device} abmelden`,
    signOutEverywhere: 'Überall abmelden',
    profile: 'Profil',
    signedInAs: (email) => `Du meldest dich an als ${email}`,
    timeZone: 'Zeitzone',
    saved: 'Gespeichert',
    currentPassword: 'Bisheriges Passwort',
    newPassword: 'Neues Passwort',
    changePassword: 'Passwort ändern',
    passwordChanged: 'Geändert. Deine anderen Geräte sind abgemeldet.',
    wrongPassword: 'Das ist nicht dein Passwort.',
    devices: 'Wo du angemeldet bist',
    thisDevice: 'Dieses Gerät',
    unnamedDevice: 'Ein Gerät ohne Namen',
    lastSeen: (when) => `Zuletzt gesehen ${when}`,
    data: 'Deine Daten',
    dataText: 'Nimm mit, was über dich gespeichert ist, oder lass es löschen.',
    export: 'Als Datei sichern',
    delete: 'Konto löschen',
    deleteTitle: 'Konto löschen?',
    deleteText: (email) =>
      `Das Konto von ${email} und alles darin wird weg sein. Es lässt sich nicht zurückholen.`,
    deleteForGood: 'Endgültig löschen',
    forgotten: 'Passwort vergessen?',
    forgottenTitle: 'Ein neues Passwort',
    forgottenLead:
      'Gib die Adresse deines Kontos an. Dorthin kommt ein Brief mit einem Link, der eine Stunde lang gilt.',
    sendLetter: 'Brief senden',
    letterSent:
      'Wenn diese Adresse ein Konto hat, ist der Brief unterwegs. Sieh auch bei den unerwünschten Mails nach.',
    resetLead: 'Danach ist jedes Gerät abgemeldet, auch dieses.',
    resetDone: 'Dein Passwort ist geändert. Melde dich damit an.',
    setPassword: 'Passwort setzen',
    confirmTitle: 'Deine Adresse',
    confirming: 'Adresse wird bestätigt',
    confirmed: 'Deine Adresse ist bestätigt. Danke.',
    toAccount: 'Zu deinem Konto',
    another: 'Um einen anderen Brief bitten',
    unconfirmed: 'Diese Adresse ist noch nicht bestätigt.',
    sendAgain: 'Brief noch einmal senden',
    letterUnderWay: 'Der Brief ist unterwegs.',
    noMail: 'Dieses Haus verschickt keine Briefe. Frag, wer es betreibt.',
    linkOver: 'Dieser Link gilt nicht mehr. Bitte um einen anderen Brief.',
    newEmail: 'Neue Adresse',
    newEmailHint:
      'Dorthin kommt ein Brief mit einem Link. Bis du ihn öffnest, bleibt die Adresse, wie sie ist.',
    ownEmail: 'Das ist schon deine Adresse.',
    changeEmail: 'Adresse ändern',
    newEmailSent: (email: string) =>
      `Ein Brief ist unterwegs an ${email}. Sein Link gilt eine Stunde.`,
    newEmailTitle: 'Deine neue Adresse',
    newEmailLead: 'Von jetzt an meldest du dich mit dieser Adresse an.',
    newEmailConfirm: 'Das ist meine neue Adresse',
    newEmailDone: 'Erledigt. Von jetzt an meldest du dich mit deiner neuen Adresse an.',
    keepEmailTitle: 'Deine Adresse behalten',
    keepEmailLead:
      'Jemand wollte eine andere Adresse für dein Konto. Wenn du das nicht warst, behalte diese: Dann werden alle Geräte abgemeldet.',
    keepEmail: 'Diese Adresse behalten',
    keepEmailDone:
      'Dein Konto hat diese Adresse. Vielleicht kennt jemand dein Passwort: Wähle jetzt ein neues.',
  },
};
