import { type Cut, drawnAnew } from '../device/drawnAnew';

/** How many pixels the longer side of a poster has at most; the server keeps no more. */
const longestPx = 960;

/** All of a picture of this size, smaller where it is too large. */
export const wholeIn = (width: number, height: number): Cut => {
  const scale = Math.min(1, longestPx / Math.max(width, height));
  return {
    left: 0,
    top: 0,
    width,
    height,
    toWidth: Math.max(1, Math.round(width * scale)),
    toHeight: Math.max(1, Math.round(height * scale)),
  };
};

/** All of a picture, as a JPEG; nothing if this browser reads no picture in the file. */
export const wholeOf = (file: Blob): Promise<Blob | undefined> => drawnAnew(file, wholeIn);
