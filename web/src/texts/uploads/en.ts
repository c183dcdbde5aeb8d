import { counting } from '../plural';

const count = counting('en');

/** The texts about uploads, in English. */
export const uploads = {
  upload: {
    left: (time: string) => `${time} left`,
    finishing: 'Checking the film',
    seconds: (n: number) => count(n, { one: '# second', other: '# seconds' }),
    minutes: (n: number) => count(n, { one: '# minute', other: '# minutes' }),
    hours: (n: number) => count(n, { one: '# hour', other: '# hours' }),
    speed: (megabytes: string) => `${megabytes} MB/s`,
    progress: 'Upload progress',
    list: 'Uploads',
    waiting: 'Waits for its turn',
    paused: (percent: string) => `Paused at ${percent}`,
    lost: 'No connection. Goes on by itself.',
    again: (name: string) => `Choose ${name} again to go on`,
    done: 'Uploaded',
    pause: (name: string) => `Pause ${name}`,
    resume: (name: string) => `Go on with ${name}`,
    cancel: (name: string) => `Cancel ${name}`,
    retry: (name: string) => `Try again: ${name}`,
    choose: 'Choose it',
    openRoom: 'Open the room',
    playsWhenWhole: 'Can be watched when all of it is there',
    playsWhileItComes: 'Is already being watched',
    awaited: 'Waiting for the upload',
    nothingThere: 'Nothing of it can be watched yet',
    there: (time: string) => `${time} are there`,
    thereOf: (there: string, whole: string) => `${there} of ${whole} are there`,
    vanished: (title: string) => `The upload of ${title} was ended; it will not come`,
    leftOut: (names: string, more: number) =>
      more === 0
        ? `Left out, as no film is called so: ${names}`
        : `Left out, as no film is called so: ${names}, and ${more} more`,
    tooMany: (n: number) =>
      count(n, { one: '# file at a time is the most.', other: '# files at a time are the most.' }),
    failed: {
      quota: (left: string) =>
        `This is more than you may upload here: ${left} are left for you. Choose a smaller file, or ask who runs this server.`,
      tooLarge: 'This film is larger than this server takes. Choose a smaller file.',
      notMedia: 'This file is not a film that can be played here. Choose an mp4 or webm file.',
      noSpace: 'The disk of this server is full. Ask who runs it to make room, then try again.',
      empty: 'This file is empty. Choose another one.',
      other: 'The server could not take the film. Try again.',
    },
  },
};

/** The same in one language. */
export type UploadTexts = typeof uploads;
