import { regionNameIn } from './name';

/** The texts about the regions in which rooms live, in English. */
export const regions = {
  regions: {
    title: 'Where the room lives',
    name: regionNameIn('en'),
    usual: (ms: number) => `${ms} ms away for most here`,
    nearest: 'nearest for those here',
    unknown: 'Not measured yet',
    untold: 'The server does not tell now in which regions the room may live.',
    moving: (region: string) =>
      `The room moves to ${region}. Everybody comes along in a moment; the film goes on.`,
    movedTo: (name: string, region: string) => `${name} moved the room: ${region}`,
  },
};

/** Why a room was not moved, or a message not changed. */
export const refusals = {
  NO_SUCH_LINE: 'That message is not there any more.',
  LINE_FULL: 'Nothing more can be done with this message.',
  NO_PUBLIC_LIST: 'This server lists no rooms.',
  REGION_AWAY: 'That region does not answer now. The room stays here.',
  UPLOADED_FILM: 'A film of this room was uploaded here, so the room stays here.',
};
