/** How the letters of a file are written down. Of what is not Unicode it can only be guessed. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';

export type Decoded = { readonly encoding: Encoding; readonly text: string };

/** Letters stand in the upper half of both code pages: in Cyrillic text they stand together, in Western text each by itself. */
const codePageOf = (bytes: Uint8Array): Encoding => {
  let together = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0xc0) continue;
    const isTogether = (bytes[at - 1] ?? 0) >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0;
    if (isTogether) together += 1;
    else alone += 1;
  }
  return together > alone ? 'windows-1251' : 'windows-1252';
};

const encodingOf = (bytes: Uint8Array): Encoding => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return codePageOf(bytes);
  }
};

/** The text of a file, without a byte order mark, its lines ended by line feeds. */
export const decoded = (bytes: Uint8Array): Decoded => {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { encoding, text: text.replace(/\r\n?/g, '\n') };
};
