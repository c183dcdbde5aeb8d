import { counting } from '../plural';
import type { SearchTexts } from './en';

const count = counting('de');

/** The texts about searching what was said, in German. */
export const search: SearchTexts = {
  open: 'Nachrichten durchsuchen',
  placeholder: 'Wörter oder Wortanfänge',
  close: 'Suche schließen',
  hint: 'Findet Nachrichten, in denen all diese Wörter stehen.',
  tooMany: 'Höchstens zehn Wörter. Lass einige weg.',
  searching: 'Sucht',
  nothing: 'Das hat hier niemand gesagt.',
  nothingYet: 'Nichts unter den neueren Nachrichten.',
  found: (n) => count(n, { one: '# Nachricht gefunden', other: '# Nachrichten gefunden' }),
  list: 'Gefundene Nachrichten',
  more: 'Frühere Nachrichten durchsuchen',
  failed: 'Die Suche kam nicht durch.',
  lost: 'Diese Nachricht ließ sich nicht laden. Versuch es noch einmal.',
  again: 'Noch einmal versuchen',
};
