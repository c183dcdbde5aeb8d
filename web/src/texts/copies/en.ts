/** The texts about own copies, in English. */
export const copies = {
  heading: 'Each plays an own copy',
  lead: 'Choose your file, or drop it here. Nothing of it is uploaded: the others choose theirs, and Matinee tells whether it is the same.',
  choose: 'Choose my file',
  chooseAnother: 'Choose another file',
  looking: (name: string) => `Looking at ${name}`,
  progress: 'How much has been looked at',
  title: 'What the others read',
  titleText: 'The name of your file stays here unless you use it.',
  useName: 'Use the name of the file',
  missingTitle: 'Choose your copy',
  missingText:
    'Everyone here plays this film from the own disk. Choose your file, or drop it here; nothing of it is uploaded. Nobody waits for you meanwhile.',
  reopen: (name: string) => `Open ${name} again`,
  another: 'This is another file.',
  longer: (by: string) => `Yours is ${by} longer.`,
  shorter: (by: string) => `Yours is ${by} shorter.`,
  seconds: (n: string) => `${n} s`,
  differs: {
    otherEncoding:
      'It is as long as the others’, but not the same: perhaps the same film in another encoding.',
    otherContent:
      'It is as long and as large as the others’, but something in it differs: it may be damaged, or have other subtitles or names in it.',
    unknown: 'How long it is compared with the others’ cannot be told.',
  },
  shift: 'Everything comes later in mine, by seconds',
  shiftText:
    'For a longer intro. Less than 0 if it comes earlier. It can be changed while watching.',
  playAnyway: 'Play it all the same',
  mine: 'My copy',
  same: 'The same file as the others’',
  notSame: 'Another file than the others’',
  faults: {
    empty: 'This file is empty. Choose another one.',
    unplayable:
      'This browser cannot play this file: it is no film, or of a kind that it does not know. Choose another one, such as an mp4 with H.264.',
    unreadable: 'This file cannot be read. Look whether it is still there, then choose it again.',
    gone: 'The file was moved or changed while it was playing. Choose it again.',
  },
};

/** The same in one language. */
export type CopiesTexts = typeof copies;
