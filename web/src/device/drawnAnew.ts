/** A part of a picture, in its pixels, and how many pixels it is drawn with. */
export type Cut = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly toWidth: number;
  readonly toHeight: number;
};

/** What `cutOf` says of a picture of this size, on white, as a JPEG; nothing if this browser reads no picture in the file. */
export const drawnAnew = async (
  file: Blob,
  cutOf: (width: number, height: number) => Cut,
): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const { left, top, width, height, toWidth, toHeight } = cutOf(picture.width, picture.height);
  const canvas = new OffscreenCanvas(toWidth, toHeight);
  const drawing = canvas.getContext('2d');
  if (!drawing) return undefined;
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, toWidth, toHeight);
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(picture, left, top, width, height, 0, 0, toWidth, toHeight);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
};
