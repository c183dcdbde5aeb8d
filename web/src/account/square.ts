/** How many pixels a side are sent; the server keeps fewer. */
const sidePx = 512;

/** The square in the middle of a picture, on white, as a JPEG; nothing if this browser reads no picture in the file. */
export const squareOf = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file).catch(() => undefined);
  const canvas = new OffscreenCanvas(sidePx, sidePx);
  const drawing = canvas.getContext('2d');
  if (!picture || !drawing) return undefined;
  const side = Math.min(picture.width, picture.height);
  const left = (picture.width - side) / 2;
  const top = (picture.height - side) / 2;
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, sidePx, sidePx);
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(picture, left, top, side, side, 0, 0, sidePx, sidePx);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
};
