import { type Cut, drawnAnew } from '../device/drawnAnew';

/** How many pixels a side are sent; the server keeps fewer. */
const sidePx = 512;

/** The square in the middle of a picture of this size. */
export const squareIn = (width: number, height: number): Cut => {
  const side = Math.min(width, height);
  return {
    left: (width - side) / 2,
    top: (height - side) / 2,
    width: side,
    height: side,
    toWidth: sidePx,
    toHeight: sidePx,
  };
};

/** The square in the middle of a picture, as a JPEG; nothing if this browser reads no picture in the file. */
export const squareOf = (file: Blob): Promise<Blob | undefined> => drawnAnew(file, squareIn);
