import type { PeerTexts } from './en';

/** The texts about rooms without a server, in German. */
export const peers: PeerTexts = {
  title: 'Ohne Server schauen',
  lead: 'Eure Browser verbinden sich miteinander, und nichts steht zwischen ihnen. Für zwei oder ein paar Leute: höchstens acht.',
  truths: {
    addresses:
      'Alle im Raum können die Netzadresse aller anderen sehen, und damit ungefähr, wo sie sind.',
    keeper:
      'Der Raum lebt in der Seite dessen, der ihn beginnt. Er endet, wenn diese Seite geschlossen oder neu geladen wird.',
    absent:
      'Ohne Server gibt es kein Hochladen, keine Bibliothek, kein Passwort an der Tür, keinen Verlauf und keinen Chat von vor deinem Kommen.',
    stun: (server) =>
      `Um den Weg durchs Internet zu finden, fragt dein Browser ${server} nach der eigenen Adresse. Dieser Server erfährt die Adresse, und sonst nichts.`,
    noStun: 'Kein anderer Server wird gefragt: Eure Browser finden sich nur im selben Netz.',
  },
  ways: 'Wie sich eure Browser finden',
  stun: 'STUN-Server',
  stunHint: 'Leer, wenn ihr alle im selben Netz seid.',
  badStun:
    'Das muss mit stun: beginnen und einen Server nennen, zum Beispiel stun:stun.example.org:3478',
  name: 'Dein Name',
  begin: 'Einen Raum beginnen',
  beginning: 'Beginnt',
  invited: 'Hat dich jemand eingeladen?',
  invitedBy: (name) => `${name} lädt dich ein`,
  invitation: 'Einladung',
  invitationHint: 'Füge den Code oder Link ein, den du bekommen hast',
  answer: 'Auf die Einladung antworten',
  answering: 'Die Antwort wird vorbereitet',
  noPeers:
    'Dieser Browser kann sich hier nicht mit anderen verbinden. Sieh nach, ob WebRTC oder der Speicher dieser Seite abgeschaltet ist, oder nimm einen anderen Browser.',
  keptBefore:
    'Dein Raum ist fort, weil diese Seite neu geladen wurde. Beginne einen anderen, und lade alle noch einmal ein.',
  visitedBefore: (keeper) =>
    `Du warst im Raum von ${keeper}. Eine neu geladene Seite verliert ihre Verbindung, und zwei neue Codes sind nötig: Bitte ${keeper} um eine weitere Einladung (der Knopf „Einladen“ im Raum), füge sie hier ein, und schick die Antwort zurück.`,
  sendBack: (keeper) => `Schick diese Antwort an ${keeper}`,
  sendBackText: (keeper) =>
    `${keeper} fügt sie dort ein, woher die Einladung kam. Lass diese Seite offen: Sobald das getan ist, bist du da.`,
  theAnswer: 'Deine Antwort',
  waiting: (keeper) => `Warten auf ${keeper}`,
  waitingLong: (keeper) =>
    `Nichts geschieht, obwohl ${keeper} sie eingefügt hat? Dann bitte um eine weitere Einladung: Jede gilt einmal.`,
  other: 'Eine andere Einladung nehmen',
  inviteTitle: 'Jemanden einladen',
  inviteText:
    'Schick das an eine Person. Es gilt einmal; wer als Nächstes kommt, braucht eine eigene Einladung.',
  theInvitation: 'Die Einladung',
  making: 'Eine Einladung wird vorbereitet',
  theirAnswer: 'Die Antwort',
  theirAnswerHint: 'Füge den Code ein, der zurückkommt',
  letIn: 'Hereinlassen',
  connecting: 'Verbindet',
  another: 'Eine weitere Einladung',
  onlyKeeper: (keeper) =>
    `Nur ${keeper} kann jemanden hereinlassen, denn der Raum lebt in jener Seite. Bitte ${keeper} um eine Einladung.`,
  sign: 'Direkt verbunden',
  signText: 'Dieser Raum hat keinen Server.',
  youKeep: 'Er lebt in deiner Seite und endet, wenn du sie schließt oder neu lädst.',
  theyKeep: (keeper) => `Er lebt in der Seite von ${keeper} und endet mit ihr.`,
  gone: (keeper) => `Die Verbindung zu ${keeper} ist fort`,
  comeBack: 'Zurückkommen',
  comeBackTitle: 'Zwei neue Codes',
  comeBackText: (keeper) =>
    `Bitte ${keeper} um eine weitere Einladung (der Knopf „Einladen“ im Raum), füge sie hier ein, und schick die Antwort zurück.`,
  notAnOffer: {
    notACode: 'Das ist keine Einladung. Sie beginnt mit matinee1- und hat etwa 600 Zeichen.',
    version: 'Diese Einladung kommt aus einer anderen Version von Matinee. Ladet beide Seiten neu.',
    damaged:
      'Von dieser Einladung fehlt etwas, oder es ist verändert. Kopiere sie noch einmal ganz.',
    ownOffer:
      'Das ist deine eigene Einladung, oder eine aus diesem Browser. Schick sie jemand anderem.',
    isAnswer:
      'Das ist eine Antwort, keine Einladung. Sie gehört in die Seite, aus der die Einladung kam.',
    used: 'Diese Einladung hast du schon benutzt. Bitte um eine weitere.',
    unusable: 'Mit dieser Einladung ist hier nichts anzufangen. Bitte um eine weitere.',
  },
  notAnAnswer: {
    notACode: 'Das ist keine Antwort. Sie beginnt mit matinee1- und hat etwa 600 Zeichen.',
    version: 'Diese Antwort kommt aus einer anderen Version von Matinee. Ladet beide Seiten neu.',
    damaged:
      'Von dieser Antwort fehlt etwas, oder es ist verändert. Lass sie noch einmal kopieren und schicken.',
    ownOffer:
      'Das ist deine eigene Einladung. Schick sie jemandem, und füge hier ein, was zurückkommt.',
    isOffer:
      'Das ist eine Einladung von jemandem, keine Antwort. Um dorthin zu kommen, öffne diese Seite noch einmal.',
    old: 'Diese Antwort gehört zu einer Einladung, die nicht mehr gilt. Schick eine neue.',
    notOurs:
      'Diese Antwort gehört zu einer anderen Einladung: zu der von jemand anderem, oder einer von vor dem Laden dieser Seite. Schick die von oben.',
    noWay:
      'Von deinem Browser führt kein Weg zu jenem. Versucht ein anderes Netz, oder nennt auf beiden Seiten denselben STUN-Server; eine neue Einladung steht oben.',
    unusable: 'Mit dieser Antwort ist nichts anzufangen. Eine neue Einladung steht oben.',
  },
};
