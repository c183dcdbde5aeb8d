const mostBoxes = 64;

/** Enough for the size, the type and the long size of a box. */
const headerBytes = 16;

const ascii = new TextDecoder('latin1');

const boxAt = async (file: Blob, at: number) => {
  const view = new DataView(await file.slice(at, at + headerBytes).arrayBuffer());
  if (view.byteLength < headerBytes) return undefined;
  const size = view.getUint32(0);
  const type = ascii.decode(new Uint8Array(view.buffer, 4, 4));
  return { type, bytes: size === 1 ? Number(view.getBigUint64(8)) : size };
};

/**
 * Whether a file is an MP4 whose index (the box `moov`) comes behind its pictures, as cameras write them: nobody can watch it before all of it is
 * there.
 */
export const isIndexLast = async (file: Blob): Promise<boolean> => {
  let at = 0;
  for (let boxes = 0; boxes < mostBoxes; boxes += 1) {
    const box = await boxAt(file, at);
    if (box === undefined || (boxes === 0 && box.type !== 'ftyp')) return false;
    if (box.type === 'moov') return false;
    if (box.type === 'mdat') return true;
    if (box.bytes < 8) return false;
    at += box.bytes;
  }
  return false;
};
