import type { CompanionTexts } from './en';

/** The texts about second screens, in German. */
export const companion: CompanionTexts = {
  companion: {
    use: 'Mit dem Telefon chatten',
    title: 'Dein Telefon neben dem Film',
    text: 'Scanne diesen Code mit dem Telefon. Dort erscheinen Leute, Chat und die Stelle im Film, und niemand wartet auf das Telefon.',
    link: 'Link für deinen zweiten Bildschirm',
    note: 'Geht einmal, zehn Minuten lang. Wer ihn öffnet, schreibt unter deinem Namen.',
    localOnly:
      'Dieser Code geht nur auf diesem Computer. Öffne für das Telefon die Seite unter der Netzwerkadresse, die Matinee beim Start ausgibt.',
    runOut: 'Dieser Code ist abgelaufen.',
    another: 'Neuen Code machen',
    failed: 'Es konnte kein Code gemacht werden. Prüfe die Verbindung und versuche es noch einmal.',
    asking: 'Code wird gemacht',
    of: (name) => `Zweiter Bildschirm von ${name}`,
    second: 'Zweiter Bildschirm',
    left: (seconds) => `${seconds} s`,
    playing: 'Läuft',
    paused: 'Angehalten',
    nothing: 'Noch nichts zu sehen',
    noneTitle: 'Das ist noch kein zweiter Bildschirm',
    overTitle: 'Dieser Link geht nicht mehr',
    how: 'Ein Link geht einmal, zehn Minuten lang. Öffne dort, wo du schaust, die Einstellungen, wähle „Mit dem Telefon chatten“ und scanne den neuen Code.',
    unreachableTitle: 'Der Raum ist nicht erreichbar',
    unreachableText: 'Prüfe die Verbindung und versuche es noch einmal. Der Link gilt noch.',
    replacedTitle: 'Dieser zweite Bildschirm ist woanders offen',
    replacedText: 'Er zeigt den Raum in einem Tab auf einmal.',
    useHere: 'Hier benutzen',
  },
};
