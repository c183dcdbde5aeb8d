import type { regions as english, refusals as englishRefusals } from './en';
import { regionNameIn } from './name';

/** The texts about the regions in which rooms live, in German. */
export const regions: typeof english = {
  regions: {
    title: 'Wo der Raum lebt',
    name: regionNameIn('de'),
    usual: (ms) => `für die meisten hier ${ms} ms entfernt`,
    nearest: 'für die, die hier sind, am nächsten',
    unknown: 'Noch nicht gemessen',
    untold: 'Der Server sagt gerade nicht, in welchen Regionen der Raum leben kann.',
    moving: (region) =>
      `Der Raum zieht um: ${region}. Gleich sind alle dort; der Film läuft weiter.`,
    movedTo: (name, region) => `${name} ist mit dem Raum umgezogen: ${region}`,
  },
};

/** Why a room was not moved. */
export const refusals: typeof englishRefusals = {
  NO_SUCH_LINE: 'Diese Nachricht gibt es nicht mehr.',
  LINE_FULL: 'Mit dieser Nachricht geht nichts mehr.',
  NO_PUBLIC_LIST: 'Dieser Server listet keine Räume auf.',
  REGION_AWAY: 'Diese Region antwortet gerade nicht. Der Raum bleibt hier.',
  UPLOADED_FILM: 'Ein Film dieses Raums wurde hier hochgeladen; darum bleibt der Raum hier.',
};
